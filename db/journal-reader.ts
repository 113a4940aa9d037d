/** Reading one meeting's file, beside its writer or on the writer's own connection. */
import type { Head, Sealed } from '../assessment/journal.ts';
import { GENESIS } from '../assessment/journal.ts';
import type { Connection } from './open.ts';
import { DeckRows } from './deck-rows.ts';
import { PictureRows } from './picture-rows.ts';

/** How many entries are fetched at once: no statement stays open between them, so a write never finds one in its way. */
const PAGE = 500;

interface Row {
  n: number;
  body: string;
  hash: string;
  salt: string | null;
  inner: string | null;
}

export class JournalReader {
  readonly pictures: PictureRows;
  readonly decks: DeckRows;
  readonly #db: Connection;
  readonly #page;

  constructor(db: Connection) {
    this.#db = db;
    this.pictures = new PictureRows(db);
    this.decks = new DeckRows(db);
    // Plain statements: this is the hot path of a restart, and the rows are what `Sealed` wants.
    this.#page = db.prepare<[number, number, number], Row>(
      `SELECT j.n, j.body, j.hash, p.salt, p.body AS inner FROM journal j LEFT JOIN private_parts p ON p.n = j.n
       WHERE j.n >= ? AND j.n <= ? ORDER BY j.n LIMIT ?`,
    );
  }

  head(): Head {
    const last = this.#db
      .prepare<[], { n: number; hash: string }>('SELECT n, hash FROM journal ORDER BY n DESC LIMIT 1')
      .get();
    return last ? { length: last.n, head: last.hash } : { length: 0, head: GENESIS };
  }

  /** @throws RangeError where there is no entry `n`. */
  hashOf(n: number): string {
    const row = this.#db.prepare<[number], { hash: string }>('SELECT hash FROM journal WHERE n = ?').get(n);
    if (!row) throw new RangeError(`no entry ${n}`);
    return row.hash;
  }

  *sealed(from: number, to: number): Generator<Sealed> {
    for (let next = from; next <= to;) {
      const rows = this.#page.all(next, to, PAGE);
      for (const row of rows) yield sealedOf(row);
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      next = last.n + 1;
    }
  }

  /** J6: see `Journal.purgedUnsaid`. Looks from the end, and no further than the last purge that the journal tells of. */
  purgedUnsaid(): boolean {
    if (this.#db.prepare('SELECT 1 FROM private_parts LIMIT 1').get() !== undefined) return false;
    const bodies = this.#db
      .prepare<[], { body: string }>('SELECT body FROM journal ORDER BY n DESC')
      .iterate();
    for (const { body } of bodies) {
      const { type, private: secret } = JSON.parse(body) as { type: string; private?: string };
      if (type === 'private-purged') return false;
      if (secret !== undefined) return true;
    }
    return false;
  }

  salt(): string {
    const row = this.#db.prepare<[], { value: string }>(`SELECT value FROM meta WHERE key = 'salt'`).get();
    return row?.value ?? '';
  }

  lastAlive(): number | null {
    return this.#db.prepare<[], { at: number }>('SELECT at FROM alive').get()?.at ?? null;
  }

  close(): void {
    this.#db.close();
  }
}

function sealedOf({ n, body, hash, salt, inner }: Row): Sealed {
  return salt === null || inner === null
    ? { n, body, hash }
    : { n, body, hash, private: { salt, body: inner } };
}
