/**
 * One hub for each data folder. The lock is an SQLite EXCLUSIVE transaction on an empty file that is never committed:
 * the system takes it back when the process dies, however it dies, and it works alike on every platform.
 */
import Database from 'better-sqlite3';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderError, DataFolderInUse } from './errors.ts';

export interface FolderLock {
  release(): void;
}

/** @throws DataFolderInUse; DataFolderError `folder-unwritable`. */
export function lockFolder(dir: string): FolderLock {
  const path = join(dir, 'hub.lock');
  // A note for people, beside the lock and not in it: reading a locked file from the same process and closing it
  // again would drop the lock (POSIX). It may be stale; only the lock counts.
  const note = join(dir, 'hub.pid');
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { timeout: 0 });
    db.exec('BEGIN EXCLUSIVE');
    writeFileSync(note, `${process.pid}\n`);
  } catch (cause) {
    db?.close();
    const busy = (cause as { code?: string }).code?.startsWith('SQLITE_BUSY') ?? false;
    throw busy
      ? new DataFolderInUse(dir, readPid(note))
      : new DataFolderError('folder-unwritable', path, cause);
  }
  const held = db;
  return {
    release: () => {
      if (!held.open) return;
      rmSync(note, { force: true });
      held.close();
    },
  };
}

function readPid(note: string): number | null {
  try {
    const pid = Number(readFileSync(note, 'utf8').trim());
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}
