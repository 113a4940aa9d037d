/** The decks of one meeting's file, piece by piece as rows; without Drizzle, for a journal's thread loads this. */
import { MOST_DECK, PIECE, type DeckFile } from '../assessment/decks.ts';
import type { Connection } from './open.ts';

/** How many pieces are deleted in one transaction: what is deleted is overwritten (J6), and takes as long as writing it. */
const AT_ONCE = 2;

export class DeckRows {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  /** J3: on disk when it returns. */
  put(upload: string, nth: number, bytes: Uint8Array): void {
    if (nth * PIECE + bytes.length > MOST_DECK) throw new RangeError('deck');
    this.#db
      .prepare(
        `INSERT INTO deck_pieces (upload, nth, bytes) VALUES (?, ?, ?)
         ON CONFLICT (upload, nth) DO UPDATE SET bytes = excluded.bytes`,
      )
      .run(upload, nth, bytes);
  }

  /** The same bytes under another upload stay what they are, and have just come again: the later upload is no deck. */
  seal({ hash, upload, size, at }: DeckFile): void {
    this.#db
      .prepare(
        `INSERT INTO decks (hash, upload, size, at) VALUES (?, ?, ?, ?)
         ON CONFLICT (hash) DO UPDATE SET at = excluded.at`,
      )
      .run(hash, upload, size, at);
  }

  /** Some of an upload; to be called again while `pieces` finds any. */
  dropSome(upload: string): void {
    this.#db.transaction(() => {
      this.#db.prepare('DELETE FROM decks WHERE upload = ?').run(upload);
      this.#db
        .prepare(
          'DELETE FROM deck_pieces WHERE rowid IN (SELECT rowid FROM deck_pieces WHERE upload = ? LIMIT ?)',
        )
        .run(upload, AT_ONCE);
    })();
  }

  pieces(upload: string): number {
    return this.#db
      .prepare<[string], number>('SELECT count(*) FROM deck_pieces WHERE upload = ?')
      .pluck()
      .get(upload)!;
  }

  find(hash: string): DeckFile | null {
    return this.#db.prepare<[string], DeckFile>('SELECT * FROM decks WHERE hash = ?').get(hash) ?? null;
  }

  piece(hash: string, nth: number): Uint8Array | null {
    const row = this.#db
      .prepare<[string, number], { bytes: Uint8Array }>(
        'SELECT p.bytes FROM decks d JOIN deck_pieces p ON p.upload = d.upload WHERE d.hash = ? AND p.nth = ?',
      )
      .get(hash, nth);
    return row?.bytes ?? null;
  }

  list(): { upload: string; hash: string | null; size: number; at: number }[] {
    return this.#db
      .prepare<[], { upload: string; hash: string | null; size: number; at: number }>(
        `SELECT p.upload, d.hash, coalesce(d.size, 0) AS size, coalesce(d.at, 0) AS at
         FROM (SELECT DISTINCT upload FROM deck_pieces UNION SELECT upload FROM decks) p
         LEFT JOIN decks d ON d.upload = p.upload ORDER BY p.upload`,
      )
      .all();
  }

  /** J6 */
  purge(): void {
    this.#db.prepare('DELETE FROM decks').run();
    this.#db.prepare('DELETE FROM deck_pieces').run();
  }
}
