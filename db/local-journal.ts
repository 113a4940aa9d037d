/** What the journals that commit in their own thread share: the order of appends, and what one failure takes along. */
import type { Draft, Head, Journal, Recorded, Sealed } from '../assessment/journal.ts';
import type { DeckFile, Decks } from '../assessment/decks.ts';
import type { Picture, Pictures, PictureSource } from '../assessment/pictures.ts';
import { JournalFailure, unseal } from '../assessment/journal.ts';
import type { Fault, JournalOptions } from './journal-options.ts';
import { failure } from './journal-options.ts';

/** Where the pictures are: written and read at once. */
export interface Shelf extends Omit<Pictures, 'keep' | 'drop'> {
  keep(picture: Picture): void;
  drop(hash: string): void;
}

/** Where the decks are: written and read at once. */
export interface DeckShelf extends Pick<Decks, 'find' | 'piece' | 'list'> {
  put(upload: string, nth: number, bytes: Uint8Array): void;
  seal(file: DeckFile): void;
  drop(upload: string): void;
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
  abstract sealed(from?: number, to?: number): Iterable<Sealed>;
  abstract alive(at: number): void;
  abstract lastAlive(): number | null;
  abstract purgedUnsaid(): boolean;
  /** All drafts or none, on disk when it returns. */
  protected abstract commit(drafts: readonly Draft[], fault: Fault | undefined): Head | Promise<Head>;
  protected abstract readonly shelf: Shelf;
  protected abstract readonly deckShelf: DeckShelf;
  /** J6 */
  protected abstract erase(note: Draft | undefined): Head | Promise<Head>;
  protected abstract shut(): void;

  readonly pictures: Pictures = {
    keep: (picture: Picture) => this.#beside(() => this.shelf.keep(picture)),
    drop: (hash: string) => this.#beside(() => this.shelf.drop(hash)),
    list: () => this.shelf.list(),
    has: (hash: string) => this.shelf.has(hash),
    get: (hash: string) => this.shelf.get(hash),
    held: (source: PictureSource) => this.shelf.held(source),
  };

  readonly decks: Decks = {
    put: (upload: string, nth: number, bytes: Uint8Array) =>
      this.#beside(() => this.deckShelf.put(upload, nth, bytes)),
    seal: (file: DeckFile) =>
      this.#beside(() => {
        this.deckShelf.seal(file);
        if (this.deckShelf.find(file.hash)?.upload !== file.upload) this.deckShelf.drop(file.upload);
      }),
    drop: (upload: string) => this.#beside(() => this.deckShelf.drop(upload)),
    find: (hash: string) => this.deckShelf.find(hash),
    piece: (hash: string, nth: number) => this.deckShelf.piece(hash, nth),
    list: () => this.deckShelf.list(),
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

  *read(from = 1, to = Infinity): Generator<Recorded> {
    for (const sealed of this.sealed(from, to)) yield unseal(sealed);
  }

  purge(note?: Draft): Promise<Head> {
    if (this.#closing) return Promise.reject(failure('closed'));
    return this.#queue(async () => {
      try {
        return await this.erase(note);
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

  #beside(work: () => void): Promise<void> {
    if (this.#closing) return Promise.reject(failure('closed'));
    return this.#queue(() => {
      try {
        work();
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
