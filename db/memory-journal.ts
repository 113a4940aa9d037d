/** A journal that keeps nothing on disk: for tests, and for the rules to be tried out without a file. */
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Draft, Head, Sealed } from '../assessment/journal.ts';
import { GENESIS } from '../assessment/journal.ts';
import type { Picture } from '../assessment/pictures.ts';
import type { Fault, JournalOptions } from './journal-options.ts';
import { LocalJournal, type Shelf } from './local-journal.ts';
import { MemoryDecks } from './memory-decks.ts';
import { sealAll } from './sealing.ts';

export class MemoryJournal extends LocalJournal {
  #entries: Sealed[] = [];
  readonly #pictures = new Map<string, Picture>();
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

  *sealed(from = 1, to = Infinity): Generator<Sealed> {
    const entries = this.#entries;
    const length = Math.min(to, entries.length);
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

  protected readonly shelf: Shelf = {
    keep: (picture) => {
      if (!this.#pictures.has(picture.hash)) this.#pictures.set(picture.hash, picture);
    },
    drop: (hash) => void this.#pictures.delete(hash),
    list: () => [...this.#pictures.values()].map(({ hash, at }) => ({ hash, at })),
    has: (hash) => this.#pictures.has(hash),
    get: (hash) => this.#pictures.get(hash) ?? null,
    held: (source) => {
      const own = [...this.#pictures.values()].filter((one) => one.source === source);
      return { count: own.length, bytes: own.reduce((sum, one) => sum + one.bytes.length, 0) };
    },
  };

  protected readonly deckShelf = new MemoryDecks();

  purgedUnsaid(): boolean {
    return false; // it lives no longer than the process that purged it
  }

  protected erase(note: Draft | undefined): Promise<Head> | Head {
    this.deckShelf.purge();
    this.#pictures.clear();
    this.#entries = this.#entries.map(({ n, body, hash }) => ({ n, body, hash }));
    this.#salt = randomBytes(16).toString('hex');
    return note === undefined ? this.head : this.commit([note], undefined);
  }

  protected shut(): void {
    // Nothing to give back.
  }
}
