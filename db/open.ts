/**
 * Opening an SQLite file, with the pragmas that every connection needs, checked.
 * Nothing here loads Drizzle: a journal's thread imports this, and would start half a second later.
 */
import Database from 'better-sqlite3';
import { DataFolderError } from './errors.ts';

export type Connection = Database.Database;

/** How long a connection waits for a lock (ms). There is one writer, so only a checkpoint or a copy is ever ahead. */
const BUSY_TIMEOUT = 2000;

/**
 * Opens `path` for its only writer. `prepare` is part of the opening: where it throws, the file is closed again.
 * @throws DataFolderError `file-unusable`: not a database, no rights, disk trouble.
 */
export function openWriter(path: string, mustExist: boolean, prepare?: (db: Connection) => void): Connection {
  return guarded(
    path,
    () => new Database(path, { fileMustExist: mustExist, timeout: BUSY_TIMEOUT }),
    (db) => {
      setPragmas(db);
      prepare?.(db);
    },
  );
}

/** Opens `path` for reading beside its writer. @throws DataFolderError `file-unusable`. */
export function openReader(path: string): Connection {
  return guarded(
    path,
    () => new Database(path, { readonly: true, timeout: BUSY_TIMEOUT }),
    (db) => {
      db.pragma('query_only = ON');
      db.prepare('SELECT 1 FROM sqlite_schema').get(); // a file that is no database is noticed here, not later
    },
  );
}

function guarded(path: string, open: () => Connection, prepare: (db: Connection) => void): Connection {
  let db: Connection | undefined;
  try {
    db = open();
    prepare(db);
    return db;
  } catch (cause) {
    db?.close();
    throw cause instanceof DataFolderError ? cause : new DataFolderError('file-unusable', path, cause);
  }
}

/** J3, J4. The order matters: this build of SQLite sets `synchronous` to NORMAL when WAL is turned on. */
function setPragmas(db: Connection): void {
  expectPragma(db, 'journal_mode', 'WAL', 'wal');
  expectPragma(db, 'synchronous', 'FULL', 2);
  expectPragma(db, 'recursive_triggers', 'ON', 1);
  expectPragma(db, 'foreign_keys', 'ON', 1);
  // J6: what a purge deletes is overwritten, not just unlinked.
  expectPragma(db, 'secure_delete', 'ON', 1);
}

function expectPragma(db: Connection, name: string, value: string, expected: unknown): void {
  db.pragma(`${name} = ${value}`);
  const actual = db.pragma(name, { simple: true });
  if (actual !== expected) throw new Error(`pragma ${name} is ${String(actual)}`);
}
