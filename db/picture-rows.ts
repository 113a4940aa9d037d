/** The pictures of one meeting's file, read and written as rows; without Drizzle, for a journal's thread loads this. */
import type { Picture, PictureSource } from '../assessment/pictures.ts';
import type { Connection } from './open.ts';

export class PictureRows {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  /** J3: on disk when it returns. The same bytes come again under the same name and change nothing. */
  keep({ hash, type, source, bytes, at }: Picture): void {
    this.#db
      .prepare(
        'INSERT INTO pictures (hash, type, source, bytes, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
      )
      .run(hash, type, source, bytes, at);
  }

  has(hash: string): boolean {
    return this.#db.prepare('SELECT 1 FROM pictures WHERE hash = ?').get(hash) !== undefined;
  }

  get(hash: string): Picture | null {
    return this.#db.prepare<[string], Picture>('SELECT * FROM pictures WHERE hash = ?').get(hash) ?? null;
  }

  held(source: PictureSource): { count: number; bytes: number } {
    return this.#db
      .prepare<[string], { count: number; bytes: number }>(
        'SELECT count(*) AS count, coalesce(sum(length(bytes)), 0) AS bytes FROM pictures WHERE source = ?',
      )
      .get(source)!;
  }

  drop(hash: string): void {
    this.#db.prepare('DELETE FROM pictures WHERE hash = ?').run(hash);
  }

  list(): { hash: string; at: number }[] {
    return this.#db.prepare<[], { hash: string; at: number }>('SELECT hash, at FROM pictures').all();
  }

  /** J6 */
  purge(): void {
    this.#db.prepare('DELETE FROM pictures').run();
  }
}
