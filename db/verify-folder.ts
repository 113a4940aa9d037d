/** J4: the chain of every meeting file of a data folder, read beside a hub that may be running. */
import Database from 'better-sqlite3';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { createHash } from 'node:crypto';
import type { Head } from '../assessment/journal.ts';
import { DataFolderError } from './errors.ts';
import { JournalReader } from './journal-reader.ts';
import { openReader, type Connection } from './open.ts';
import { verifyChain, type Broken } from './verify.ts';

/** What one meeting's file holds. */
export interface FileCheck {
  /** The file's path. */
  path: string;
  /** The meeting's code and title where `hub.sqlite` lists it. */
  code: string | null;
  title: string | null;
  /** Where the chain stands, its first broken link, or null where the file cannot be read as a database. */
  chain: Head | Broken | null;
  /** J6: what became of the private parts. */
  parts: Parts;
  /** Names (SHA-256) of pictures and decks whose bytes are not what their name says. */
  files: string[];
}

/** J6: entries by what became of their private parts. */
export interface Parts {
  there: number;
  /** Purged, as the journal says itself: up to its last entry of a purge. */
  purged: number;
  /** Gone, and the journal does not say so. All of them: a copy was purged. Some of them: somebody deleted them one by one. */
  gone: number;
  /** Still there, though the journal says that they were purged. */
  left: number;
}

const noParts = (): Parts => ({ there: 0, purged: 0, gone: 0, left: 0 });

/** Whether nothing of it was touched. A purge is no damage (J6). */
export const isSound = ({ chain, parts, files }: FileCheck): boolean =>
  chain !== null &&
  !('broken' in chain) &&
  files.length === 0 &&
  parts.left === 0 &&
  (parts.gone === 0 || parts.there === 0);

/** Whether a purge went over it, be it that the journal tells of it or that it is a copy. */
export const wasPurged = ({ parts }: FileCheck): boolean =>
  parts.there === 0 && parts.left === 0 && parts.purged + parts.gone > 0;

/**
 * Checks every file of `folder/meetings`, or the one file that `folder` names, in the order of their names.
 * Nothing is written. An unreadable file is a finding, not an error.
 */
export function verifyFolder(folder: string): FileCheck[] {
  const path = resolve(folder);
  if (existsSync(path) && statSync(path).isFile()) return [verifyFile(path, new Map())];
  const meetings = join(path, 'meetings');
  if (!existsSync(meetings)) return [];
  const listed = listOf(join(path, 'hub.sqlite'));
  return readdirSync(meetings)
    .filter((name) => name.endsWith('.sqlite'))
    .sort()
    .map((name) => verifyFile(join(meetings, name), listed));
}

type Listed = ReadonlyMap<string, { code: string; title: string; purgedAt: number | null }>;

function verifyFile(path: string, listed: Listed): FileCheck {
  const { code = null, title = null } = listed.get(basename(path, '.sqlite')) ?? {};
  try {
    return { path, code, title, ...withReader(path, contentOf) };
  } catch (error) {
    if (!(error instanceof DataFolderError) && !(error instanceof Database.SqliteError)) throw error;
    return { path, code, title, chain: null, parts: noParts(), files: [] };
  }
}

function contentOf(db: Connection): Pick<FileCheck, 'chain' | 'parts' | 'files'> {
  const reader = new JournalReader(db);
  let parts = noParts();
  const { length } = reader.head();
  const chain = verifyChain({
    *sealed() {
      for (const sealed of reader.sealed(1, length)) {
        const { type, secret } = openPart(sealed.body);
        if (sealed.private) parts.there += 1;
        else if (secret) parts.gone += 1;
        // Whatever came before it is expected to be gone.
        if (type === 'private-purged')
          parts = { there: 0, gone: 0, purged: parts.purged + parts.gone, left: parts.left + parts.there };
        yield sealed;
      }
    },
  });
  return { chain, parts, files: [...changedPictures(db), ...changedDecks(db, reader)] };
}

/** Of an entry that may itself be damaged: the chain says so, this only counts. */
function openPart(body: string): { type: unknown; secret: boolean } {
  try {
    const { type, private: secret } = JSON.parse(body) as { type?: unknown; private?: unknown };
    return { type, secret: typeof secret === 'string' };
  } catch {
    return { type: null, secret: false };
  }
}

function* changedPictures(db: Connection): Generator<string> {
  if (!hasTable(db, 'pictures')) return;
  const rows = db.prepare<[], { hash: string; bytes: Buffer }>('SELECT hash, bytes FROM pictures').iterate();
  for (const { hash, bytes } of rows)
    if (createHash('sha256').update(bytes).digest('hex') !== hash) yield hash;
}

function* changedDecks(db: Connection, { decks }: JournalReader): Generator<string> {
  if (!hasTable(db, 'decks')) return;
  for (const { hash } of decks.list()) {
    if (hash === null) continue; // on its way, and nothing names it
    const sum = createHash('sha256');
    for (let nth = 0; ; nth += 1) {
      const piece = decks.piece(hash, nth);
      if (!piece) break;
      sum.update(piece);
    }
    if (sum.digest('hex') !== hash) yield hash;
  }
}

/** A file of an earlier version may lack it. */
const hasTable = (db: Connection, name: string): boolean =>
  db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(name) !== undefined;

/** The meetings that a hub's file lists, by id, and when they were purged (server ms); none where it cannot be read. */
export function listOf(hubFile: string): Listed {
  if (!existsSync(hubFile)) return new Map();
  try {
    const rows = withReader(hubFile, (db) =>
      // All columns: a file of an earlier version has no `purged_at`.
      db
        .prepare<[], { id: string; code: string; title: string; purged_at?: number | null }>(
          'SELECT * FROM meetings',
        )
        .all(),
    );
    return new Map(
      rows.map(({ id, code, title, purged_at: purgedAt = null }) => [id, { code, title, purgedAt }]),
    );
  } catch {
    return new Map(); // the meetings are checked without their names
  }
}

function withReader<T>(path: string, use: (db: Connection) => T): T {
  const db = openReader(path);
  try {
    return use(db);
  } finally {
    db.close();
  }
}

/** The hash of entry `n` of a meeting's file, or null where there is none: whether a bundle or a photograph of a screen is of this journal. */
export function headAt(path: string, n: number): string | null {
  try {
    return withReader(path, (db) => new JournalReader(db).hashOf(n));
  } catch {
    return null;
  }
}
