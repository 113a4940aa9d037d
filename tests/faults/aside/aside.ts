/**
 * A program beside this process, on the clients' core: who measures, or plays the honest phones, shares no loop with
 * those who load the hub.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

interface Answer {
  n: number;
  answer?: unknown;
  error?: string;
}

/** What a program does, by name: `serve` in serve.ts takes the same. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each order has a shape of its own
export type Orders = Record<string, (order: any) => unknown>;
type Told<Work> = Work extends (order: infer Order) => unknown ? Order : never;
type Answered<Work> = Work extends (order: never) => infer Answer ? Awaited<Answer> : never;

export class Aside<Of extends Orders> {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
  #asked = 0;

  /** @param program the name of a file beside this one */
  constructor(program: string) {
    // Without what this process was started with: a preload of runes is not for them.
    this.#child = fork(fileURLToPath(new URL(`${program}.ts`, import.meta.url)), [], { execArgv: [] });
    this.#child.on('message', ({ n, answer, error }: Answer) => {
      const one = this.#waiting.get(n);
      this.#waiting.delete(n);
      if (error === undefined) one?.resolve(answer);
      else one?.reject(new Error(`${program}: ${error}`));
    });
    this.#child.once('exit', (code) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`${program} ended with ${code}`));
      this.#waiting.clear();
    });
  }

  /** @throws Error where the program did, or ended */
  ask<Name extends keyof Of & string>(name: Name, order: Told<Of[Name]>): Promise<Answered<Of[Name]>> {
    const n = (this.#asked += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(n, { resolve: resolve as (answer: unknown) => void, reject });
      this.#child.send({ n, name, order });
    });
  }

  /** Its sockets end with it. */
  end(): void {
    this.#waiting.clear();
    this.#child.kill('SIGKILL');
  }
}
