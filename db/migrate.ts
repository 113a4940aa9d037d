/** Opening a file with its tables brought up to date. */
import { drizzle, migrate, readMigrationFiles } from './orm.ts';
import { fileURLToPath } from 'node:url';
import { DataFolderError } from './errors.ts';
import type { Connection } from './open.ts';
import { openWriter } from './open.ts';

export type Kind = 'hub' | 'meeting';

/**
 * Opens `path` for its only writer, up to date.
 * @throws DataFolderError `file-unusable`, or `file-newer` (written by a later version of this program).
 */
export function openMigrated(path: string, kind: Kind, mustExist = false): Connection {
  return openWriter(path, mustExist, (db) => bringUpToDate(db, kind, path));
}

function bringUpToDate(db: Connection, kind: Kind, path: string): void {
  const migrationsFolder = fileURLToPath(new URL(`./migrations/${kind}`, import.meta.url));
  const newest = Math.max(...readMigrationFiles({ migrationsFolder }).map((file) => file.folderMillis));
  const applied = lastMigration(db);
  if (applied > newest) throw new DataFolderError('file-newer', path);
  if (applied < newest) migrate(drizzle(db), { migrationsFolder });
}

function lastMigration(db: Connection): number {
  const known = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'`).get();
  if (!known) return 0;
  return db.prepare('SELECT coalesce(max(created_at), 0) FROM __drizzle_migrations').pluck().get() as number;
}
