/**
 * Where a meeting's file is at home: on which machine, and which file it is there. A file that was copied, to a spare
 * laptop or beside the first, finds itself elsewhere, and its journal goes on under a new line: numbers that the first may
 * go on giving are never taken for its own (docs/decisions/0022-copies-and-lines.md).
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { journalMoved } from '../assessment/meeting.ts';
import { JournalFile } from './journal-file.ts';
import { openMigrated } from './migrate.ts';
import { openWriter, type Connection } from './open.ts';
import { lineOf } from './lines.ts';

/** Where a system gives its machines no name, the file alone has to tell: a copy is another file. */
function machine(): string {
  try {
    const id = readFileSync('/etc/machine-id', 'utf8').trim();
    return id && createHash('sha256').update(`dakaochang ${id}`).digest('hex').slice(0, 16);
  } catch {
    return '';
  }
}

const homeNow = (path: string): string => `${machine()}:${statSync(path, { bigint: true }).ino}`;

const homeIn = (db: Connection): string | null =>
  (db.prepare(`SELECT value FROM meta WHERE key = 'home'`).pluck().get() as string | undefined) ?? null;

/**
 * Notes where the file is, before its journal is opened; makes and migrates it like its journal does.
 * A file that was elsewhere before gets the entry that says so.
 * @param now server time in ms
 * @throws DataFolderError as for opening it
 */
export function noteHome(path: string, mustExist: boolean, now: number): void {
  const db = openMigrated(path, 'meeting', mustExist);
  const file = new JournalFile(db);
  try {
    const [before, home] = [homeIn(db), homeNow(path)];
    if (before === home) return;
    const { length } = file.head;
    if (before !== null && length > 0) {
      const last = JSON.parse([...file.reader.sealed(length, length)][0]!.body) as { at: number };
      const entry = journalMoved(lineOf(file.reader));
      file.commit([{ ...entry, at: Math.max(now, last.at), by: 'system:' }]);
    }
    db.prepare(
      `INSERT INTO meta VALUES ('home', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    ).run(home);
  } finally {
    file.close();
  }
}

/** A restore says itself what happened: the file is at home wherever it is opened next. */
export function forgetHome(path: string): void {
  openWriterAndClose(path, (db) => db.prepare(`DELETE FROM meta WHERE key = 'home'`).run());
}

function openWriterAndClose(path: string, work: (db: Connection) => void): void {
  const db = openWriter(path, true);
  try {
    work(db);
  } finally {
    db.close();
  }
}
