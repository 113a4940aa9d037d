/** Makes copies of meetings beside the hub: asked at every lock, one copy at a time, and nobody waits for it. */
import { setImmediate as breathe } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { makeCopy, type Copy, type CopyOrder } from './copies.ts';
import type { Copied } from './copy-thread.ts';

export interface CopierOptions {
  /** The data folder. */
  dir: string;
  /** Each copy in a thread of its own. */
  threads: boolean;
  /** For tests: what makes a copy. */
  copy?: (order: CopyOrder) => Promise<Copy>;
}

type Told = (meeting: string, outcome: { copy: Copy } | { error: unknown }) => void;

function inThread(order: CopyOrder): Promise<Copy> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./copy-thread.ts', import.meta.url), { workerData: order });
    worker.once('message', (answer: Copied) =>
      'copy' in answer ? resolve(answer.copy) : reject(new Error(answer.failed)),
    );
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread ended')));
  });
}

export class Copier {
  /** Told of each copy that was made, or was not. */
  told: Told = () => undefined;
  readonly #dir: string;
  readonly #copy: (order: CopyOrder) => Promise<Copy>;
  /** Meeting id → what is to be copied next; a later ask takes the place of an earlier one, which it covers. */
  readonly #asked = new Map<string, { about: string; now: number }>();
  /** Meeting id → since when its copies fail, server time in ms. */
  readonly #failing = new Map<string, number>();
  #tail: Promise<void> = Promise.resolve();

  constructor({ dir, threads, copy }: CopierOptions) {
    this.#dir = dir;
    this.#copy = copy ?? (threads ? inThread : async (order) => (await breathe(), makeCopy(order)));
  }

  /**
   * Asks for a copy of a meeting that holds at least what is committed now. Several that come quickly become one, and none
   * is lost: what is asked for while a copy is under way is made behind it.
   * @param about the unit that was locked, or `closed`
   * @param now server time in ms
   */
  ask(meeting: string, about: string, now: number): void {
    const waits = this.#asked.has(meeting);
    this.#asked.set(meeting, { about, now });
    if (!waits) this.#queue(() => this.#make(meeting));
  }

  /** Since when the copies of a meeting fail, server time in ms; null while they do not. */
  failingSince(meeting: string): number | null {
    return this.#failing.get(meeting) ?? null;
  }

  /** Does `work` while no copy is under way: a purge, or deleting a meeting with its copies (J6). */
  async apart<T>(meeting: string, work: () => T | Promise<T>): Promise<T> {
    let outcome: Promise<T> | undefined;
    this.#queue(async () => {
      this.#asked.delete(meeting);
      outcome = Promise.resolve().then(work);
      await outcome.catch(() => undefined);
    });
    await this.#tail;
    return outcome!;
  }

  /** Resolves when everything that was asked for is made, or has failed. */
  async idle(): Promise<void> {
    for (let tail; tail !== this.#tail;) {
      tail = this.#tail;
      await tail;
    }
  }

  #queue(work: () => Promise<void>): void {
    this.#tail = this.#tail.then(work);
  }

  async #make(meeting: string): Promise<void> {
    const asked = this.#asked.get(meeting);
    if (!asked) return; // deleted meanwhile
    this.#asked.delete(meeting);
    try {
      const copy = await this.#copy({ dir: this.#dir, meeting, ...asked });
      this.#failing.delete(meeting);
      this.told(meeting, { copy });
    } catch (error) {
      if (!this.#failing.has(meeting)) this.#failing.set(meeting, asked.now);
      this.told(meeting, { error });
    }
  }
}
