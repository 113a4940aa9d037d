/** Work on a meeting's file beside its writer, for a thread of its own: folding a snapshot, walking the whole chain. */
import { isDeepStrictEqual } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { fold } from '../assessment/decide.ts';
import { GENESIS, type Head } from '../assessment/journal.ts';
import { emptyState, type State } from '../assessment/state.ts';
import { CommandIndex, forget } from './command-index.ts';
import { foldingCode } from './folding-code.ts';
import { JournalReader } from './journal-reader.ts';
import { openReader } from './open.ts';
import { readSnapshot, writeSnapshot, type Snapshot } from './snapshot.ts';
import { BrokenChain, readVerified, type Broken } from './verify.ts';

/** What became of it; null where it was asked to end. */
export type Attended =
  | { snapshot: Head }
  | { verified: number }
  | { broken: Broken }
  /** The snapshot of this entry is not what the journal says. */
  | { forged: number }
  | null;

/** Asked after every stretch of entries, which takes a breath there; false ends the work. */
type GoOn = (n: number) => boolean;

/** How many entries are read between two breaths. */
const STRETCH = 500;

/**
 * Folds the journal of the meeting's file at `path` as far as it goes now, from the snapshot that it has, and writes the next.
 * It keeps nothing of a chain that does not hold.
 */
export function makeSnapshot(path: string, goOn: GoOn): Attended {
  const code = foldingCode();
  return withReader(path, (reader) => {
    const salt = reader.salt();
    const { length } = reader.head();
    const journal = { salt, sealed: (from = 1, to = length) => reader.sealed(from, Math.min(to, length)) };
    const read = readSnapshot(path, journal, code);
    const before = typeof read === 'string' ? null : read;
    const state = before?.state() ?? emptyState();
    const commands = before?.commands ?? new CommandIndex(salt);
    let head = before?.head ?? { length: 0, head: GENESIS };
    for (const { entry, hash } of readVerified(journal, head)) {
      fold(state, entry);
      head = { length: entry.n, head: hash };
      if (entry.n % STRETCH !== 0) continue;
      forget(state, commands, 1);
      if (!goOn(entry.n)) return null;
    }
    forget(state, commands, 1);
    // Somebody put other code there meanwhile: who knows which of the two this was.
    const same = () => goOn(head.length) && foldingCode() === code;
    writeSnapshot(path, salt, code, { head, state, commands }, same);
    return { snapshot: head };
  });
}

/**
 * J4: walks the chain from its first entry to entry `to`. Where there is a snapshot of that entry, everything is folded once
 * more on the way and compared with it: whoever can write the file could have put another state into it.
 */
export function verifyUntil(path: string, to: number, goOn: GoOn): Attended {
  const code = foldingCode();
  return withReader(path, (reader) => {
    const journal = { salt: reader.salt(), sealed: (from = 1, until = to) => reader.sealed(from, until) };
    const read = readSnapshot(path, journal, code);
    const kept = typeof read !== 'string' && read.head.length === to ? read : null;
    const state = emptyState();
    const commands = new CommandIndex(journal.salt);
    let n = 0;
    for (const { entry } of readVerified(journal, { length: 0, head: GENESIS })) {
      n = entry.n;
      if (kept) fold(state, entry);
      if (n % STRETCH !== 0) continue;
      forget(state, commands, 1);
      if (!goOn(n)) return null;
    }
    if (n < to) return { broken: { broken: n + 1, why: 'gap' } };
    forget(state, commands, 1);
    return kept === null || isSame(kept, state, commands) ? { verified: to } : { forged: to };
  });
}

/** Both as they come out of a file, and the commands in whatever order the tables have grown. */
function isSame(kept: Snapshot, state: State, commands: CommandIndex): boolean {
  const pairs = ({ table }: CommandIndex) => new BigUint64Array(table.slice().buffer).sort().filter(Boolean);
  return (
    isDeepStrictEqual(kept.state(), deserialize(serialize(state))) &&
    isDeepStrictEqual(pairs(kept.commands), pairs(commands))
  );
}

function withReader(path: string, work: (reader: JournalReader) => Attended): Attended {
  const reader = new JournalReader(openReader(path));
  try {
    return work(reader);
  } catch (error) {
    if (error instanceof BrokenChain) return { broken: { broken: error.broken, why: error.why } };
    throw error;
  } finally {
    reader.close();
  }
}
