/**
 * Copies of one meeting as it stood at a lock, beside the meetings of a data folder:
 *
 *     DATA/copies/MEETING/20261121-093015-n000123-u2.sqlite
 *
 * MEETING is the meeting's id, the time is UTC, n000123 the number of the last entry in it, and behind that the unit
 * that was locked, or `closed`. Each is a meeting's file like any other (journal, private parts, people, photos up to
 * `MOST_PICTURES` bytes), but without decks: those are large, and a restore takes them from the file it replaces.
 * `…-before-restore.sqlite` is a file that a restore put aside; it may have a `-wal` beside it and is never deleted.
 * A copy that is being written ends in `.part`; one that a dead process left is deleted with the next copy.
 *
 * J6: a purge has to go through all of `copiesFolder(DATA, MEETING)`, with no copy under way (`Copier.apart`).
 */
import Database from 'better-sqlite3';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { DataFolderError } from './errors.ts';
import { JournalReader } from './journal-reader.ts';
import { openReader, type Connection } from './open.ts';
import { verifyChain } from './verify.ts';

/** How many copies of a meeting are kept; the oldest go. */
export const KEPT = 20;
/** Photos beyond so many bytes together stay out of a copy: twenty copies of them would fill the disk. */
export const MOST_PICTURES = 20_000_000;

/** One file from which a meeting can be restored. */
export interface Copy {
  path: string;
  name: string;
  /** When it was made, server time in ms. */
  at: number;
  /** The number of its last entry; null for a file that a restore put aside. */
  n: number | null;
  /** The unit that was locked, `closed`, or null for a file that a restore put aside. */
  about: string | null;
  bytes: number;
}

export interface CopyOrder {
  /** The data folder. */
  dir: string;
  /** The meeting's id. */
  meeting: string;
  about: string;
  /** Server time in ms. */
  now: number;
}

const ID = /^[0-9a-f]{16}$/;
const NAME = /^(\d{8})-(\d{6})-(?:n(\d{6,})-([A-Za-z0-9-]+)|before-restore)(?:~\d+)?\.sqlite$/;

/** @throws RangeError for an id that this program did not make: it becomes a path. */
export function copiesFolder(dir: string, meeting: string): string {
  if (!ID.test(meeting)) throw new RangeError('meeting id');
  return join(dir, 'copies', meeting);
}

/** A name that sorts by time and that every file system takes. @param now ms */
export const stamp = (now: number): string =>
  new Date(now).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);

function timeOf(day: string, time: string): number {
  const [date, clock] = [day.replace(/(....)(..)(..)/, '$1-$2-$3'), time.replace(/(..)(..)(..)/, '$1:$2:$3')];
  return Date.parse(`${date}T${clock}Z`);
}

function copyOf(folder: string, name: string): Copy[] {
  const [, day, time, n, about] = NAME.exec(name) ?? [];
  if (day === undefined || time === undefined) return [];
  const path = join(folder, name);
  const { size: bytes } = statSync(path, { throwIfNoEntry: false }) ?? { size: 0 };
  return [
    { path, name, at: timeOf(day, time), n: n === undefined ? null : Number(n), about: about ?? null, bytes },
  ];
}

/** The copies of a meeting, newest first. */
export function listCopies(dir: string, meeting: string): Copy[] {
  const folder = copiesFolder(dir, meeting);
  if (!existsSync(folder)) return [];
  const all = readdirSync(folder).flatMap((name) => copyOf(folder, name));
  return all.sort((a, b) => b.at - a.at || (b.n ?? 0) - (a.n ?? 0) || (a.name < b.name ? 1 : -1));
}

/** A free name of a copy in `folder`. */
export function freeCopy(folder: string, name: string): string {
  for (let nth = 1; ; nth += 1) {
    const path = join(folder, `${nth === 1 ? name : `${name}~${nth}`}.sqlite`);
    if (!existsSync(path)) return path;
  }
}

/**
 * J3: copies a meeting's file as of one moment, while its writer goes on. The copy has its name only when all of it is on
 * disk and its chain holds; only then the oldest go, so that a full disk never costs a copy that there was. It takes
 * as long as it takes: for a thread of its own (`Copier`).
 * @throws DataFolderError `file-unusable` for a chain that is broken or a file that cannot be read; whatever the disk says
 */
export function makeCopy({ dir, meeting, about, now }: CopyOrder): Copy {
  const folder = copiesFolder(dir, meeting);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) if (/\.part(-journal)?$/.test(name)) rmSync(join(folder, name));
  const part = join(folder, `${randomBytes(4).toString('hex')}.part`);
  try {
    const length = writeCopy(join(dir, 'meetings', `${meeting}.sqlite`), part);
    const name = `${stamp(now)}-n${String(length).padStart(6, '0')}-${about.replace(/[^A-Za-z0-9-]/g, '')}`;
    const path = freeCopy(folder, name);
    syncPath(part);
    renameSync(part, path);
    syncPath(folder);
    syncPath(dirname(folder));
    dropOldest(dir, meeting, path);
    return copyOf(folder, path.slice(folder.length + 1))[0]!;
  } finally {
    rmSync(part, { force: true });
    rmSync(`${part}-journal`, { force: true });
  }
}

function dropOldest(dir: string, meeting: string, stays: string): void {
  const all = listCopies(dir, meeting).filter((one) => one.n !== null && one.path !== stays);
  for (const { path } of all.slice(KEPT - 1)) rmSync(path, { force: true });
}

/** @returns the number of its last entry */
function writeCopy(from: string, to: string): number {
  const source = openReader(from);
  try {
    source.exec('BEGIN'); // from here on it reads what stood at this moment
    const reader = new JournalReader(source);
    const { length } = reader.head();
    const chain = verifyChain({ sealed: () => reader.sealed(1, length) });
    if ('broken' in chain) throw new DataFolderError('file-unusable', from);
    copyTables(source, to);
    return chain.length;
  } finally {
    source.close();
  }
}

interface Made {
  type: string;
  name: string;
  sql: string;
}

/** Row by row: SQLite's own ways copy the file with its decks, and what was deleted in it (J6). */
function copyTables(source: Connection, to: string): void {
  const target = new Database(to);
  try {
    chmodSync(to, 0o600);
    target.pragma('journal_mode = MEMORY');
    target.pragma('synchronous = OFF'); // synced once, when all of it is there
    const made = source
      .prepare<[], Made>(
        `SELECT type, name, sql FROM sqlite_schema WHERE sql NOT NULL AND name NOT LIKE 'sqlite_%'`,
      )
      .all();
    const tables = made.filter(({ type }) => type === 'table');
    target.exec('BEGIN');
    for (const { sql } of tables) target.exec(sql);
    for (const { name } of tables) if (goesAlong(source, name)) copyRows(source, target, name);
    // Indexes and the guards of the journal behind the rows: the guards take one entry at a time.
    for (const { type, sql } of made) if (type !== 'table') target.exec(sql);
    target.exec('COMMIT');
  } finally {
    target.close();
  }
}

function goesAlong(source: Connection, table: string): boolean {
  if (table === 'decks' || table === 'deck_pieces') return false;
  if (table !== 'pictures') return true;
  const bytes = source
    .prepare('SELECT coalesce(sum(length(bytes)), 0) FROM pictures')
    .pluck()
    .get() as number;
  return bytes <= MOST_PICTURES;
}

function copyRows(source: Connection, target: Connection, table: string): void {
  const rows = source.prepare<[], unknown[]>(`SELECT * FROM "${table}"`).raw();
  const places = rows.columns().map(() => '?');
  const put = target.prepare(`INSERT INTO "${table}" VALUES (${places.join()})`);
  for (const row of rows.iterate()) put.run(...row);
}

/** What was written to a file, or the names in a folder, are on disk when it returns. */
export function syncPath(path: string): void {
  if (process.platform === 'win32') return; // cannot open a folder, and syncs a file only where it is written
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
