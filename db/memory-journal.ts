/** A journal that keeps nothing on disk: for tests, and for the rules to be tried out without a file. */
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Draft, Head, Sealed } from '../assessment/journal.ts';
import { GENESIS } from '../assessment/journal.ts';
import type { Fault, JournalOptions } from './journal-options.ts';
import { LocalJournal } from './local-journal.ts';
import { sealAll } from './sealing.ts';

export class MemoryJournal extends LocalJournal {
  #entries: Sealed[] = [];
  #alive: number | null = null;
  #salt = randomBytes(16).toString('hex');

  constructor(options: JournalOptions = {}) {
    super(options);
  }

  get head(): Head {
    const last = this.#entries.at(-1);
    return last ? { length: last.n, head: last.hash } : { length: 0, head: GENESIS };
  }

  get salt(): string {
    return this.#salt;
  }

  *sealed(from = 1): Generator<Sealed> {
    const entries = this.#entries;
    const { length } = entries;
    for (let at = Math.max(from, 1) - 1; at < length; at += 1) yield entries[at]!;
  }

  alive(at: number): void {
    this.#alive = at;
  }

  lastAlive(): number | null {
    return this.#alive;
  }

  protected async commit(drafts: readonly Draft[], fault: Fault | undefined): Promise<Head> {
    const entries = sealAll(drafts, this.head);
    if (fault) throw new Error(fault);
    if (this.options.commitDelay && drafts.length > 0) await wait(this.options.commitDelay);
    this.#entries.push(...entries);
    return this.head;
  }

  protected erase(): void {
    this.#entries = this.#entries.map(({ n, body, hash }) => ({ n, body, hash }));
    this.#salt = randomBytes(16).toString('hex');
  }

  protected shut(): void {
    // Nothing to give back.
  }
}
