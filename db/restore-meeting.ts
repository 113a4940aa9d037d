/** One meeting put back from one file: a copy at a lock, or the meeting's file out of a backup. The others stay as they are. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Created } from '../assessment/meeting.ts';
import { filesOfDecks } from '../assessment/deck.ts';
import { fold } from '../assessment/decide.ts';
import type { DeckFile, Decks } from '../assessment/decks.ts';
import { emptyState, type State } from '../assessment/state.ts';
import { copyFile, noteRestore } from './backup.ts';
import { copiesFolder, freeCopy, listCopies, stamp, syncPath, type Copy } from './copies.ts';
import { DataFolderError } from './errors.ts';
import { JournalReader } from './journal-reader.ts';
import { lockFolder } from './lock.ts';
import { meetingPath } from './meetings.ts';
import { openReader } from './open.ts';
import { dropSnapshot } from './snapshot.ts';
import { SqliteJournal } from './sqlite-journal.ts';
import { isSound, listOf, verifyFolder } from './verify-folder.ts';

export interface RestoredMeeting {
  code: string;
  title: string;
  /** The number of the last entry that came back. */
  n: number;
  /** Where the file is that stood there before; null where none stood. */
  aside: string | null;
  /** Names of units whose deck is in no file any more: it has to be brought once more. */
  lost: string[];
  /** J6: the meeting had been purged here, and the copy came with names: it was purged again. */
  purged: boolean;
}

/** A meeting of a data folder, and what there is to restore it from, newest first. */
export interface Restorable {
  id: string;
  code: string;
  title: string;
  copies: Copy[];
}

/** What can be restored in a data folder, also while a hub runs. @throws DataFolderError `meeting-missing` */
export function restorables(dir: string): Restorable[] {
  const path = resolve(dir);
  if (!existsSync(join(path, 'hub.sqlite'))) throw new DataFolderError('meeting-missing', path);
  return [...listOf(join(path, 'hub.sqlite'))].map(([id, { code, title }]) => ({
    id,
    code,
    title,
    copies: listCopies(path, id),
  }));
}

/** The first entry of a file that is to be restored. @throws DataFolderError `not-a-meeting`, `copy-damaged` */
function createdOf(file: string): Created {
  const [check] = verifyFolder(file);
  if (!check || check.chain === null) throw new DataFolderError('not-a-meeting', file);
  if (!isSound(check)) throw new DataFolderError('copy-damaged', file);
  const db = openReader(file);
  try {
    for (const { body } of new JournalReader(db).sealed(1, 1)) {
      const { type, data } = JSON.parse(body) as { type: string; data: Created };
      if (type === 'meeting-created') return data;
    }
  } finally {
    db.close();
  }
  throw new DataFolderError('not-a-meeting', file);
}

/**
 * Puts one meeting back from `copy`, in a data folder on which no hub runs. The file that stood there goes to the
 * meeting's copies and is never deleted; photos and decks that the copy was made without come back from it. A deck that is
 * in neither is taken off its unit by an entry, so that nothing names what is not there.
 * @param now ms
 * @throws DataFolderInUse; DataFolderError `not-a-meeting`, `copy-damaged`, `other-meeting` (the folder does not list it),
 *   `meeting-missing` (no data folder), `file-newer`, `folder-unwritable`: nothing was changed then
 */
export async function restoreMeeting(copy: string, dir: string, now: number): Promise<RestoredMeeting> {
  const [from, path] = [resolve(copy), resolve(dir)];
  if (!existsSync(join(path, 'hub.sqlite'))) throw new DataFolderError('meeting-missing', path);
  const { id } = createdOf(from);
  const listed = listOf(join(path, 'hub.sqlite')).get(id);
  if (!listed) throw new DataFolderError('other-meeting', from);
  const lock = lockFolder(path);
  try {
    const to = meetingPath(path, id);
    const part = `${to}.part`;
    dropFile(part); // of a restore that was cut short
    await copyFile(from, part);
    const done = await complete(part, to, now, listed.purgedAt);
    syncPath(part);
    const aside = putAside(to, path, id, now);
    renameSync(part, to);
    syncPath(join(path, 'meetings'));
    const { code, title } = listed;
    return { code, title, ...done, aside };
  } finally {
    lock.release();
  }
}

const ENDS = ['', '-wal', '-shm'];
const dropFile = (path: string): void => ENDS.forEach((end) => rmSync(path + end, { force: true }));

/** What stands in its write-ahead log alone goes along: a hub that was killed never brought that home. */
function putAside(file: string, dir: string, id: string, now: number): string | null {
  dropSnapshot(file); // J6: of the file that goes away
  const there = ENDS.filter((end) => existsSync(file + end));
  if (there.length === 0) return null;
  const folder = copiesFolder(dir, id);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const aside = freeCopy(folder, `${stamp(now)}-before-restore`);
  // The log first: under a new file it would be taken for that file's own.
  for (const end of there.reverse()) renameSync(file + end, aside + end);
  syncPath(folder);
  return aside;
}

/** Notes the restore, and brings what the copy lacks from the file that it replaces. */
async function complete(
  part: string,
  before: string,
  now: number,
  purgedAt: number | null,
): Promise<Pick<RestoredMeeting, 'n' | 'lost' | 'purged'>> {
  const noted = await noteRestore(part, now, purgedAt);
  const journal = new SqliteJournal(part, { mustExist: true });
  try {
    const state = emptyState();
    for (const entry of journal.read()) fold(state, entry);
    const old = readable(before);
    try {
      if (old) await bringPictures(old, journal);
      if (old) await bringDecks(old.decks, journal.decks, filesOfDecks(state));
    } finally {
      old?.close();
    }
    return { ...noted, lost: await dropLost(journal, state, now) };
  } finally {
    await journal.close();
  }
}

/** The file that is replaced may be why there is a restore: what cannot be read of it brings nothing. */
function readable(file: string): JournalReader | null {
  if (!existsSync(file) || statSync(file).size === 0) return null;
  try {
    return new JournalReader(openReader(file));
  } catch {
    return null;
  }
}

const hashOf = (parts: Iterable<Uint8Array>): string => {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('hex');
};

/** Those that nobody names any more are swept when the meeting is opened. */
async function bringPictures({ pictures }: JournalReader, journal: SqliteJournal): Promise<void> {
  try {
    for (const { hash } of pictures.list()) {
      const picture = journal.pictures.has(hash) ? null : pictures.get(hash);
      if (picture && hashOf([picture.bytes]) === hash) await journal.pictures.keep(picture);
    }
  } catch {
    // Damaged from here on: what was read is brought.
  }
}

async function bringDecks(
  from: JournalReader['decks'],
  into: Decks,
  hashes: readonly string[],
): Promise<void> {
  for (const hash of new Set(hashes)) {
    try {
      const file = into.find(hash) ? null : from.find(hash);
      if (file && hashOf(piecesOf(from, file)) === hash) await bringDeck(from, into, file);
    } catch {
      // Damaged there: this deck is lost.
    }
  }
}

function* piecesOf(from: JournalReader['decks'], { hash }: DeckFile): Generator<Uint8Array> {
  for (let nth = 0; ; nth += 1) {
    const piece = from.piece(hash, nth);
    if (!piece) return;
    yield piece;
  }
}

async function bringDeck(from: JournalReader['decks'], into: Decks, file: DeckFile): Promise<void> {
  let nth = 0;
  for (const piece of piecesOf(from, file)) await into.put(file.upload, nth++, piece);
  await into.seal(file);
}

/** V3: no unit keeps a deck that cannot be shown. @returns the names of the units that lost theirs */
async function dropLost(journal: SqliteJournal, state: State, now: number): Promise<string[]> {
  const lost = [...state.decks.values()].filter(
    ({ hash }) => hash !== null && journal.decks.find(hash) === null,
  );
  const entries = lost.map(({ unit, id }) => ({ type: 'deck-removed', data: { unit, deck: id } }));
  const at = Math.max(now, state.at);
  if (entries.length > 0) await journal.append(entries.map((one) => ({ ...one, at, by: 'system:' })));
  const names = new Map(state.roster.units.map(({ id, name }) => [id, name]));
  return lost.map(({ unit }) => names.get(unit) ?? unit);
}
