/** The writer of one meeting's file: synchronous, one transaction for each batch, one fsync for each transaction. */
import { randomBytes } from 'node:crypto';
import { written, type Draft, type Head, type Sealed, type Written } from '../assessment/journal.ts';
import type { Picture } from '../assessment/pictures.ts';
import type { DeckRows } from './deck-rows.ts';
import { JournalReader } from './journal-reader.ts';
import type { Fault } from './journal-options.ts';
import type { Connection } from './open.ts';
import { sealAllWritten } from './sealing.ts';

export class JournalFile {
  readonly reader: JournalReader;
  readonly #db: Connection;
  readonly #delay: number;
  readonly #write;
  readonly #alive;
  #head: Head;
  #salt: string;

  /** Takes the connection over. `commitDelay` (ms) is for tests: how much longer each commit takes. */
  constructor(db: Connection, commitDelay = 0) {
    this.#db = db;
    this.#delay = commitDelay;
    this.reader = new JournalReader(this.#db);
    this.#write = writerOf(this.#db);
    this.#alive = this.#db.prepare<[number]>(
      'INSERT INTO alive VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at',
    );
    this.#head = this.reader.head();
    this.#salt = this.reader.salt() || this.#newSalt();
  }

  get head(): Head {
    return this.#head;
  }

  get salt(): string {
    return this.#salt;
  }

  /** J3: all drafts or none, on disk when it returns. @throws whatever SQLite or a draft without JSON form throws. */
  commit(drafts: readonly Draft[], fault?: Fault): Head {
    return this.commitWritten(drafts.map(written), fault);
  }

  commitWritten(all: readonly Written[], fault?: Fault): Head {
    if (fault === undefined && all.length === 0) return this.#head;
    const entries = sealAllWritten(all, this.#head);
    this.#write.immediate(entries, fault);
    this.#pause();
    const last = entries.at(-1);
    if (last) this.#head = { length: last.n, head: last.hash };
    return this.#head;
  }

  /** J3: on disk when it returns. */
  keepPicture(picture: Picture): void {
    this.reader.pictures.keep(picture);
    this.#pause();
  }

  dropPicture(hash: string): void {
    this.reader.pictures.drop(hash);
    this.#pause();
  }

  /** J3: what it does to the decks is on disk when it returns. */
  deck(work: (decks: DeckRows) => void): void {
    work(this.reader.decks);
    this.#pause();
  }

  /** J6. The old salt goes too; a new one takes its place, so that what comes later is salted as well. */
  purge(note?: Draft): Head {
    const entries = note === undefined ? [] : sealAllWritten([written(note)], this.#head);
    const purge = this.#db.transaction(() => {
      this.#db.prepare('DELETE FROM private_parts').run();
      this.reader.pictures.purge();
      this.reader.decks.purge();
      this.#write(entries, undefined);
      return this.#newSalt();
    });
    this.#salt = purge.immediate();
    for (const { n, hash } of entries) this.#head = { length: n, head: hash };
    this.#rewrite();
    return this.#head;
  }

  /** What was deleted is overwritten already (`secure_delete`); this gives its room back, and empties the log. */
  #rewrite(): void {
    try {
      this.#db.exec('VACUUM');
    } catch {
      // No room for another copy of what is left: the file stays as large as it was.
    }
    // What was deleted still stands in the write-ahead log until that is emptied.
    this.#db.pragma('wal_checkpoint(TRUNCATE)');
  }

  /** J7. A note that fails is lost, and the next one comes in a second; an append tells when the disk is ill. */
  alive(at: number): void {
    try {
      this.#alive.run(at);
    } catch {
      // See above.
    }
  }

  close(): void {
    this.#db.close();
  }

  #newSalt(): string {
    const salt = randomBytes(16).toString('hex');
    this.#db
      .prepare(`INSERT INTO meta VALUES ('salt', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`)
      .run(salt);
    return salt;
  }

  #pause(): void {
    if (this.#delay > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, this.#delay);
  }
}

/** Prepared once and run as they are: a query builder in this loop would cost more than the rows. */
function writerOf(db: Connection) {
  const entry = db.prepare<[number, string, string]>('INSERT INTO journal VALUES (?, ?, ?)');
  const privatePart = db.prepare<[number, string, string]>('INSERT INTO private_parts VALUES (?, ?, ?)');
  return db.transaction((entries: readonly Sealed[], fault: Fault | undefined) => {
    for (const sealed of entries) {
      entry.run(sealed.n, sealed.body, sealed.hash);
      if (sealed.private) privatePart.run(sealed.n, sealed.private.salt, sealed.private.body);
    }
    if (fault === 'refuse' || fault === 'crash') throw new Error(fault);
  });
}
