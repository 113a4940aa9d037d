/** What the journals that commit in their own thread share: the order of appends, and what one failure takes along. */
import type { Draft, Head, Journal, Recorded, Sealed } from '../assessment/journal.ts';
import type { Picture, Pictures, PictureSource } from '../assessment/pictures.ts';
import { JournalFailure, unseal } from '../assessment/journal.ts';
import type { Fault, JournalOptions } from './journal-options.ts';
import { failure } from './journal-options.ts';

/** Where the pictures are: written and read at once. */
export interface Shelf extends Omit<Pictures, 'keep'> {
  keep(picture: Picture): void;
}

export abstract class LocalJournal implements Journal {
  protected readonly options: JournalOptions;
  #tail: Promise<unknown> = Promise.resolve();
  /** Counts failures. An append of an earlier round was decided on entries that do not exist. */
  #round = 0;
  #closing: Promise<void> | undefined;

  constructor(options: JournalOptions) {
    this.options = options;
  }

  abstract readonly head: Head;
  abstract readonly salt: string;
  abstract sealed(from?: number): Iterable<Sealed>;
  abstract alive(at: number): void;
  abstract lastAlive(): number | null;
  /** All drafts or none, on disk when it returns. */
  protected abstract commit(drafts: readonly Draft[], fault: Fault | undefined): Head | Promise<Head>;
  protected abstract readonly shelf: Shelf;
  /** J6 */
  protected abstract erase(): void;
  protected abstract shut(): void;

  readonly pictures: Pictures = {
    keep: (picture: Picture) => this.#keep(picture),
    has: (hash: string) => this.shelf.has(hash),
    get: (hash: string) => this.shelf.get(hash),
    held: (source: PictureSource) => this.shelf.held(source),
  };

  append(drafts: readonly Draft[]): Promise<Head> {
    if (this.#closing) return Promise.reject(failure('closed'));
    const round = this.#round;
    const fault = this.options.fault?.();
    return this.#queue(async () => {
      if (round !== this.#round) throw failure('behind-a-failure');
      try {
        return await this.commit(drafts, fault);
      } catch (cause) {
        this.#round += 1;
        throw cause instanceof JournalFailure ? cause : failure('commit-failed', cause);
      }
    });
  }

  *read(from = 1): Generator<Recorded> {
    for (const sealed of this.sealed(from)) yield unseal(sealed);
  }

  purge(): Promise<void> {
    if (this.#closing) return Promise.reject(failure('closed'));
    return this.#queue(() => {
      try {
        this.erase();
      } catch (cause) {
        throw failure('commit-failed', cause);
      }
    });
  }

  close(): Promise<void> {
    this.#closing ??= this.#queue(() => {
      this.shut();
      this.options.onClosed?.();
    });
    return this.#closing;
  }

  #keep(picture: Picture): Promise<void> {
    if (this.#closing) return Promise.reject(failure('closed'));
    return this.#queue(() => {
      try {
        this.shelf.keep(picture);
      } catch (cause) {
        throw failure('commit-failed', cause);
      }
    });
  }

  #queue<T>(work: () => T | Promise<T>): Promise<T> {
    const result = this.#tail.then(work);
    this.#tail = result.catch(() => undefined);
    return result;
  }
}
