/** A wall without a pass asks the hub for its code, and goes on asking as long as it waits (decision 0015). */
import { PAIR, type Paired } from '../../../realtime/protocol-names.ts';
import type { Live } from '../live/live.svelte.ts';

/** How often it says that it still waits, in ms; the hub forgets it after three times as long. */
const EVERY = 8000;

export class Pairing {
  /** What stands on the wall; null while the hub has none to give. */
  code = $state<string | null>(null);
  /** The hub has answered. */
  asked = $state(false);
  readonly #live: Live;

  constructor(live: Live) {
    this.#live = live;
  }

  /** @returns a function that ends it */
  wait(): () => void {
    void this.#ask();
    const timer = setInterval(() => void this.#ask(), EVERY);
    return () => {
      clearInterval(timer);
      this.asked = false;
    };
  }

  async #ask(): Promise<void> {
    const size = { width: window.innerWidth, height: window.innerHeight };
    const answer = (await this.#live.ask(PAIR, size)) as Paired | null;
    // Confirmed meanwhile, or the line broke: the next frame tells.
    if (answer === null || (!answer.ok && answer.code === 'forbidden')) return;
    this.code = answer.ok ? answer.code : null;
    this.asked = true;
  }
}
