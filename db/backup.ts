/** A copy of a whole data folder, made beside a hub that may be running, and the way back. */
import Database from 'better-sqlite3';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Journal } from '../assessment/journal.ts';
import { journalRestored } from '../assessment/meeting.ts';
import { stamp } from './copies.ts';
import { noteOfCopy } from './purge-note.ts';
import { DataFolderError } from './errors.ts';
import { forgetHome } from './home.ts';
import { lineOf } from './lines.ts';
import { lockFolder } from './lock.ts';
import { openReader } from './open.ts';
import { SqliteJournal } from './sqlite-journal.ts';
import { isSound, listOf, verifyFolder, type FileCheck } from './verify-folder.ts';

/** What a folder holds that is worth keeping; locks and write-ahead logs are not. */
const HUB = 'hub.sqlite';
const MEETINGS = 'meetings';

/** A name in `folder` that is free. */
function freeName(folder: string, name: string): string {
  for (let n = 1; ; n += 1) {
    const path = join(folder, n === 1 ? name : `${name}-${n}`);
    if (!existsSync(path) && !existsSync(`${path}.part`)) return path;
  }
}

/**
 * J3: copies the data folder `dir` into a new folder of `into`, with SQLite's own backup, so that a hub may go on
 * writing: every file is whole as of one moment. The list of meetings goes first; a meeting that is made meanwhile is
 * in the next copy. The folder gets its name only when all of it is there.
 * @param now ms, for the name
 * @returns the new folder and what was checked in it
 * @throws DataFolderError `meeting-missing` where there is nothing to copy, `folder-unwritable`, `file-unusable`
 */
export async function backUp(
  dir: string,
  into: string,
  now: number,
): Promise<{ path: string; checks: FileCheck[] }> {
  const from = resolve(dir);
  if (!existsSync(join(from, HUB))) throw new DataFolderError('meeting-missing', from);
  const path = newFolder(resolve(into), `dakaochang-${stamp(now)}`);
  const part = `${path}.part`;
  await copyFiles(from, part);
  renameSync(part, path);
  return { path, checks: verifyFolder(path) };
}

/** The folder while it is being filled ends in `.part`. */
function newFolder(into: string, name: string): string {
  try {
    mkdirSync(into, { recursive: true, mode: 0o700 });
    const path = freeName(into, name);
    mkdirSync(join(`${path}.part`, MEETINGS), { recursive: true, mode: 0o700 });
    return path;
  } catch (cause) {
    throw new DataFolderError('folder-unwritable', into, cause);
  }
}

const filesOf = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.sqlite'))
        .sort()
    : [];

/** Pages at a stretch: all of them. A copy in steps begins anew whenever the hub writes in between, and might never end. */
const ALL = 0x7fffffff;

/**
 * With what stands in its write-ahead log alone: a hub that was killed never brought that home. The copy has no log of
 * its own: one file, which can be read from a stick or a disc that takes no writing.
 */
export async function copyFile(from: string, to: string): Promise<void> {
  const db = openReader(from);
  try {
    await db.backup(to, { progress: () => ALL });
    chmodSync(to, 0o600);
    const copy = new Database(to);
    try {
      copy.pragma('journal_mode = DELETE');
    } finally {
      copy.close();
    }
  } catch (cause) {
    throw new DataFolderError('file-unusable', from, cause);
  } finally {
    db.close();
  }
}

/** What `restore` did: where the old data went, and what now stands in the folder. */
export interface Restored {
  /** The folder that was there before, put aside; null where there was none. */
  aside: string | null;
  checks: FileCheck[];
  /** J6: ids of meetings that had been purged here and came with names: they were purged again. */
  purged: string[];
}

/**
 * Puts a backup in the place of the data folder `dir`. What was there is put aside and never deleted.
 * @param now ms, for the name of what is put aside
 * @throws DataFolderInUse while a hub runs on `dir`; DataFolderError `meeting-missing` where `backup` is none,
 *   `file-unusable` where it is damaged: nothing was changed then; `folder-unwritable`
 */
export async function restore(backup: string, dir: string, now: number): Promise<Restored> {
  const from = resolve(backup);
  const path = resolve(dir);
  if (!existsSync(join(from, HUB))) throw new DataFolderError('meeting-missing', from);
  const damaged = verifyFolder(from).find((one) => !isSound(one));
  if (damaged) throw new DataFolderError('file-unusable', damaged.path);
  const part = `${path}.part`;
  await copyFolder(from, part);
  const listed = listOf(join(path, HUB));
  const purged: string[] = [];
  for (const name of filesOf(join(part, MEETINGS))) {
    const id = basename(name, '.sqlite');
    const noted = await noteRestore(join(part, MEETINGS, name), now, listed.get(id)?.purgedAt ?? null);
    if (noted.purged) purged.push(id);
  }
  if (purged.length > 0) listPurged(join(part, HUB), purged, now);
  const aside = existsSync(path) ? putAside(path, now) : null;
  renameSync(part, path);
  return { aside, checks: verifyFolder(path), purged };
}

/**
 * Phones and screens hold what the lost journal said: the entry lets them notice, and the record says what happened. The
 * new line begins with the old one's meeting: what a phone was acknowledged of that, it offers again.
 * @param purgedAt when the meeting was purged where the copy goes to, server ms; null where it was not
 * @returns the number of the last entry before, and whether names of before that purge had to go once more
 */
export async function noteRestore(
  path: string,
  now: number,
  purgedAt: number | null,
): Promise<{ n: number; purged: boolean }> {
  const journal = new SqliteJournal(path, { mustExist: true });
  try {
    const { length } = journal.head;
    if (length === 0) return { n: length, purged: false };
    const last = [...journal.read(length)].at(-1)?.at ?? now;
    const entry = journalRestored(lineOf(journal));
    const at = Math.max(now, last);
    // J6: a purge does not come undone by a copy from before it.
    const purged = purgedAt !== null && lastPurge(journal) < purgedAt && !journal.purgedUnsaid();
    if (purged) await journal.purge(noteOfCopy(at));
    // J6: a purged copy says so before it takes new names.
    const notes = journal.purgedUnsaid() ? [noteOfCopy(at)] : [];
    await journal.append([...notes, { ...entry, at, by: 'system:' }]);
    return { n: length, purged };
  } finally {
    await journal.close();
    forgetHome(path);
  }
}

/** When the journal says that it was purged, server ms; -Infinity where it never was. */
function lastPurge(journal: Journal): number {
  let found = -Infinity;
  for (const { type, at } of journal.read()) if (type === 'private-purged') found = at;
  return found;
}

/** The list that came with the backup is as old as the backup. */
function listPurged(hubFile: string, ids: readonly string[], now: number): void {
  const db = new Database(hubFile);
  try {
    const set = db.prepare('UPDATE meetings SET purged_at = ?, purge_due = NULL WHERE id = ?');
    for (const id of ids) set.run(now, id);
  } finally {
    db.close();
  }
}

async function copyFolder(from: string, part: string): Promise<void> {
  try {
    rmSync(part, { recursive: true, force: true }); // of a restore that was cut short
    mkdirSync(join(part, MEETINGS), { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new DataFolderError('folder-unwritable', part, cause);
  }
  await copyFiles(from, part);
}

/** The list of meetings goes first: a meeting that is made meanwhile is in the next copy. */
async function copyFiles(from: string, to: string): Promise<void> {
  await copyFile(join(from, HUB), join(to, HUB));
  for (const name of filesOf(join(from, MEETINGS)))
    await copyFile(join(from, MEETINGS, name), join(to, MEETINGS, name));
}

/** @throws DataFolderInUse */
function putAside(path: string, now: number): string {
  if (!statSync(path).isDirectory()) throw new DataFolderError('folder-unwritable', path);
  const lock = lockFolder(path);
  lock.release();
  const aside = freeName(resolve(path, '..'), `${basename(path)}-before-${stamp(now)}`);
  renameSync(path, aside);
  return aside;
}
