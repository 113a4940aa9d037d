/** The other side of `Aside`: does what it is asked, and ends with whoever asks. */
import { setPriority } from 'node:os';
import type { Orders } from './aside.ts';

interface Asked {
  n: number;
  name: string;
  order: unknown;
}

/** Who measures comes first: on two cores the load and the one who waits for an answer share one. */
const NICE = 10;

export function serve(orders: Orders): void {
  setPriority(NICE);
  process.on('disconnect', () => process.exit());
  process.on('message', ({ n, name, order }: Asked) => {
    const work = async () => orders[name]?.(order);
    work().then(
      (answer) => process.send?.({ n, answer }),
      (error: unknown) => process.send?.({ n, error: error instanceof Error ? error.stack : String(error) }),
    );
  });
}
