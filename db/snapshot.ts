/**
 * J1 · A snapshot: the state of a meeting as its journal said it at one entry, in a file beside the journal, so that a start
 * need not fold from the beginning (docs/decisions/0026-snapshots.md). It is never the truth: one that does not fit its
 * journal, or was folded by other code, or has one wrong byte, is left alone. It holds names and texts (J6): whoever purges,
 * moves or deletes a meeting's file drops its snapshot with it.
 *
 *     SHA-256 of what follows · length of the head · head, JSON · table of commands · state (v8)
 */
import { createHash, hash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Head, Journal } from '../assessment/journal.ts';
import type { State } from '../assessment/state.ts';
import { CommandIndex } from './command-index.ts';
import { syncPath } from './copies.ts';

export interface Snapshot {
  /** The last entry that is in it. */
  head: Head;
  /** The commands that the state does not remember any more. */
  commands: CommandIndex;
  /** Another copy each time. */
  state(): State;
}

/** Why there is nothing to begin from. */
export type Misfit = 'none' | 'damaged' | 'other-code' | 'other-journal';

/** What it is bound to, and how long its parts are, in bytes. */
interface Bound {
  code: string;
  /** Digest of the journal's salt: a purge changes that. */
  salt: string;
  length: number;
  head: string;
  commands: number;
  table: number;
}

const DIGEST = 32;
/** The digest, and the length of the head behind it. */
const BEFORE = DIGEST + 8;

const ends = (path: string): [string, string] => [`${path}.snapshot`, `${path}.snapshot.part`];
const saltPrint = (salt: string): string => hash('sha256', `snapshot ${salt}`);

/** J6: removes the snapshot of the meeting's file at `path`, and one that was cut short. */
export function dropSnapshot(path: string): void {
  for (const one of ends(path)) rmSync(one, { force: true });
}

/** Whether a file of this name is a snapshot of a meeting's file, or part of one. */
export const isSnapshot = (name: string): boolean => /\.sqlite\.snapshot(\.part)?$/.test(name);

/**
 * The snapshot beside the meeting's file at `path`, where it is one of this very journal and this very code.
 * @param code of `foldingCode`
 */
export function readSnapshot(
  path: string,
  journal: Pick<Journal, 'salt' | 'sealed'>,
  code: string,
): Snapshot | Misfit {
  let file: Buffer;
  try {
    file = readFileSync(ends(path)[0]);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'none' : 'damaged';
  }
  const rest = file.subarray(DIGEST);
  if (rest.length < 8 || !file.subarray(0, DIGEST).equals(hash('sha256', rest, 'buffer'))) return 'damaged';
  try {
    return fitting(file, journal, code);
  } catch {
    return 'damaged';
  }
}

function fitting(file: Buffer, journal: Pick<Journal, 'salt' | 'sealed'>, code: string): Snapshot | Misfit {
  const from = BEFORE + file.readUInt32LE(DIGEST);
  const bound = JSON.parse(file.toString('utf8', BEFORE, from)) as Bound;
  if (bound.code !== code) return 'other-code';
  const { length, head } = bound;
  const [entry] = journal.sealed(length, length);
  if (bound.salt !== saltPrint(journal.salt) || entry?.hash !== head) return 'other-journal';
  const { buffer, byteOffset } = file;
  const table = new Uint32Array(buffer as ArrayBuffer, byteOffset + from, bound.table / 4);
  const bytes = file.subarray(from + bound.table);
  let first: State | null = deserialize(bytes) as State;
  const state = () => {
    const made = first ?? (deserialize(bytes) as State);
    first = null;
    return made;
  };
  return { head: { length, head }, commands: new CommandIndex(journal.salt, table, bound.commands), state };
}

/**
 * Writes the snapshot of the meeting's file at `path`, in the place of the one before: whole and on disk under its name, or not
 * at all. Readable by nobody else.
 * @param wanted asked before it gets its name; false leaves everything as it was
 */
export function writeSnapshot(
  path: string,
  salt: string,
  code: string,
  { head, state, commands }: { head: Head; state: State; commands: CommandIndex },
  wanted: () => boolean = () => true,
): void {
  const { buffer, byteOffset, byteLength: table } = commands.table;
  const bound: Bound = { code, salt: saltPrint(salt), ...head, commands: commands.size, table };
  const text = Buffer.from(JSON.stringify(bound));
  // The table begins where an array of numbers may begin.
  const headed = Buffer.alloc(8 + Math.ceil(text.length / 8) * 8, ' ');
  headed.writeUInt32LE(headed.length - 8, 0);
  text.copy(headed, 8);
  const parts = [headed, new Uint8Array(buffer, byteOffset, table), serialize(state)];
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  const [name, part] = ends(path);
  try {
    writeSynced(part, [sum.digest(), ...parts]);
    if (!wanted()) return;
    renameSync(part, name);
    syncPath(dirname(path));
  } finally {
    rmSync(part, { force: true }); // on a full disk it would stand in the journal's way
  }
}

function writeSynced(path: string, parts: readonly Uint8Array[]): void {
  const file = openSync(path, 'w', 0o600);
  try {
    chmodSync(path, 0o600); // it may be left of a process that died
    for (const bytes of parts) writeWhole(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
