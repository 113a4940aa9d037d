/** A journal in a file, committed in the thread that appends. */
import type { Draft, Head, Sealed } from '../assessment/journal.ts';
import { JournalFile } from './journal-file.ts';
import type { Fault, JournalOptions } from './journal-options.ts';
import { LocalJournal, type DeckShelf, type Shelf } from './local-journal.ts';
import { openMigrated } from './migrate.ts';

export class SqliteJournal extends LocalJournal {
  readonly #file: JournalFile;

  /** @throws DataFolderError where the file cannot be used. */
  constructor(path: string, options: JournalOptions & { mustExist?: boolean } = {}) {
    super(options);
    this.#file = new JournalFile(openMigrated(path, 'meeting', options.mustExist), options.commitDelay);
  }

  get head(): Head {
    return this.#file.head;
  }

  get salt(): string {
    return this.#file.salt;
  }

  sealed(from = 1, to = Infinity): Iterable<Sealed> {
    return this.#file.reader.sealed(from, Math.min(to, this.head.length));
  }

  alive(at: number): void {
    this.#file.alive(at);
  }

  lastAlive(): number | null {
    return this.#file.reader.lastAlive();
  }

  purgedUnsaid(): boolean {
    return this.#file.reader.purgedUnsaid();
  }

  protected commit(drafts: readonly Draft[], fault: Fault | undefined): Head {
    return this.#file.commit(drafts, fault === undefined ? undefined : 'refuse');
  }

  protected get shelf(): Shelf {
    const { pictures } = this.#file.reader;
    return {
      keep: (picture) => this.#file.keepPicture(picture),
      drop: (hash) => this.#file.dropPicture(hash),
      list: () => pictures.list(),
      has: (hash) => pictures.has(hash),
      get: (hash) => pictures.get(hash),
      held: (source) => pictures.held(source),
    };
  }

  protected get deckShelf(): DeckShelf {
    const { decks } = this.#file.reader;
    return {
      put: (upload, nth, bytes) => this.#file.deck((rows) => rows.put(upload, nth, bytes)),
      seal: (file) => this.#file.deck((rows) => rows.seal(file)),
      drop: (upload) => {
        do this.#file.deck((rows) => rows.dropSome(upload));
        while (decks.pieces(upload) > 0);
      },
      find: (hash) => decks.find(hash),
      piece: (hash, nth) => decks.piece(hash, nth),
      list: () => decks.list(),
    };
  }

  protected erase(note: Draft | undefined): Head {
    return this.#file.purge(note);
  }

  protected shut(): void {
    this.#file.close();
  }
}
