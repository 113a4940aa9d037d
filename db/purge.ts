/**
 * J6 · The purge of one meeting wherever its file lies: in the data folder, in automatic copies, in backups and in what
 * a restore put aside. The journal of the meeting tells of it in an entry; a copy gets none: it is an older part of the
 * same chain and stays that, and without any private part it is sound.
 */
import { lstatSync, readdirSync, rmSync, type Stats } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Draft, Journal } from '../assessment/journal.ts';
import { openReader } from './open.ts';
import { dropSnapshot, isSnapshot } from './snapshot.ts';
import { SqliteJournal } from './sqlite-journal.ts';

/** What became of one file. */
export interface PurgedFile {
  path: string;
  /** `damaged`: a file of this meeting that could not be opened or rewritten: its names are still in it. */
  outcome: 'purged' | 'nothing-left' | 'damaged';
  /** How many private parts, pictures and decks were deleted. */
  removed: number;
}

export type OpenJournal = (path: string) => Journal;
const inThisThread: OpenJournal = (path) => new SqliteJournal(path, { mustExist: true });

/**
 * Purges the file at `path`, which nobody else may have open for writing. Where nothing is left of a purge before, no
 * second entry is written.
 * @param note the entry that says so; null for a copy
 */
export async function purgeFile(
  path: string,
  note: Draft | null,
  open: OpenJournal = inThisThread,
): Promise<PurgedFile> {
  let journal: Journal | undefined;
  try {
    dropSnapshot(path);
    const before = heldBy(path);
    journal = open(path);
    const said = note !== null && (before > 0 || journal.purgedUnsaid());
    await journal.purge(said ? note : undefined);
    await journal.close();
    return { path, outcome: before > 0 ? 'purged' : 'nothing-left', removed: before };
  } catch {
    await journal?.close().catch(() => undefined);
    return { path, outcome: 'damaged', removed: 0 };
  }
}

/**
 * Purges a meeting's own file at `path`, then every copy of it in `folders`.
 * @returns its own file first
 */
export async function purgeEverywhere(
  path: string,
  id: string,
  folders: readonly string[],
  note: Draft,
  open: OpenJournal = inThisThread,
): Promise<PurgedFile[]> {
  const files = [await purgeFile(path, note, open)];
  dropStray(id, folders);
  for (const copy of copiesOf(id, folders, path)) files.push(await purgeFile(copy, null, open));
  return files;
}

/** Snapshots of the meeting whose file was taken away from beside them. */
function dropStray(id: string, folders: readonly string[]): void {
  for (const folder of folders)
    for (const path of walk(resolve(folder), DEEP))
      if (isSnapshot(basename(path)) && basename(path).startsWith(`${id}.`)) rmSync(path, { force: true });
}

/** How many private parts, pictures and decks a meeting's file holds. @throws DataFolderError `file-unusable` */
function heldBy(path: string): number {
  const db = openReader(path);
  try {
    const tables = db
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
      .pluck()
      .all() as string[];
    const counted = ['private_parts', 'pictures', 'deck_pieces'].filter((one) => tables.includes(one));
    return counted.reduce(
      (sum, one) => sum + (db.prepare(`SELECT count(*) FROM ${one}`).pluck().get() as number),
      0,
    );
  } finally {
    db.close();
  }
}

/** How deep folders are searched: a backup in a folder of backups holds its meetings two below. */
const DEEP = 5;
/** Never opened: the lock, and what belongs to a database of the name before the hyphen. */
const NO_DATABASE = /^hub\.lock$|-wal$|-shm$|-journal$|\.snapshot$|\.snapshot\.part$/;
/** No database is smaller, in bytes. */
const LEAST = 512;

/**
 * Files that hold the meeting `id`, whatever they are called: its journal's first entry says so.
 * @param but the meeting's own file
 */
export function copiesOf(id: string, folders: readonly string[], but: string): string[] {
  const found = new Set<string>();
  for (const folder of folders)
    for (const path of filesIn(resolve(folder), DEEP))
      if (path !== resolve(but) && meetingOf(path) === id) found.add(path);
  return [...found].sort();
}

/** Where copies of a data folder lie by themselves: in it, in `backups` beside it, and what a restore put aside. */
export function knownPlaces(dir: string): string[] {
  const path = resolve(dir);
  const beside = dirname(path);
  const aside = namesIn(beside).filter((name) => name.startsWith(`${basename(path)}-before-`));
  return [path, join(beside, 'backups'), ...aside.map((name) => join(beside, name))];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** Links are not followed: what they lead to is found where it lies, or was not meant. */
function* walk(path: string, deep: number): Generator<string> {
  const kind = kindOf(path);
  if (kind?.isFile()) yield path;
  if (!kind?.isDirectory() || deep === 0) return;
  for (const name of namesIn(path)) yield* walk(join(path, name), deep - 1);
}

function* filesIn(path: string, deep: number): Generator<string> {
  for (const one of walk(path, deep))
    if (!NO_DATABASE.test(basename(one)) && (kindOf(one)?.size ?? 0) >= LEAST) yield one;
}

function kindOf(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}

/**
 * The id in the first entry of a journal; null where the file holds none. Only SQLite may open it: the hub may have it
 * open as well, and a file that is read and closed past SQLite gives up the locks of the whole process (POSIX).
 */
function meetingOf(path: string): string | null {
  try {
    const db = openReader(path);
    try {
      const body = db.prepare('SELECT body FROM journal WHERE n = 1').pluck().get() as string | undefined;
      return body === undefined ? null : ((JSON.parse(body) as { data?: { id?: string } }).data?.id ?? null);
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}
