/** Work on a meeting's file beside its writer, for a thread of its own: folding a snapshot, walking the whole chain. */
import { fold } from '../assessment/decide.ts';
import { GENESIS, openSeal, type Head, type Sealed } from '../assessment/journal.ts';
import { emptyState } from '../assessment/state.ts';
import { CommandIndex, forget } from './command-index.ts';
import { foldingCode } from './folding-code.ts';
import { JournalReader } from './journal-reader.ts';
import { openReader } from './open.ts';
import { serverHash } from './sealing.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import { BrokenChain, readVerified, type Broken } from './verify.ts';

/** What became of it; null where it was asked to end. */
export type Attended = { snapshot: Head } | { verified: number } | { broken: Broken } | null;

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

/** J4: walks the chain from its first entry to entry `to`. */
export function verifyUntil(path: string, to: number, goOn: GoOn): Attended {
  return withReader(path, (reader) => {
    let [n, previous] = [0, GENESIS];
    for (const sealed of reader.sealed(1, to) as Iterable<Sealed>) {
      n += 1;
      const opened = openSeal(sealed, n, previous, serverHash);
      if (typeof opened === 'string') return { broken: { broken: n, why: opened } };
      previous = sealed.hash;
      if (n % STRETCH === 0 && !goOn(n)) return null;
    }
    return n === to ? { verified: n } : { broken: { broken: n + 1, why: 'gap' } };
  });
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
