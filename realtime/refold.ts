/** J1 · What a journal says, folded again at a start: from a snapshot and the entries behind it, or from its beginning. */
import { fold } from '../assessment/decide.ts';
import { GENESIS, type Head, type Journal } from '../assessment/journal.ts';
import { emptyState, type State } from '../assessment/state.ts';
import { CommandIndex, forgetSome } from '../db/command-index.ts';
import type { Snapshot } from '../db/snapshot.ts';
import { readVerified } from '../db/verify.ts';

/** The two states of an authority (docs/decisions/0003-two-states.md), and the commands that neither remembers. */
export interface Refolded {
  open: State;
  working: State;
  earlier: CommandIndex;
  /** J4: up to this entry nobody has looked yet whether the chain holds. */
  unverified: number;
}

/** Entries that are written while nobody is there: by a restore, a purge, a folder that was copied (J7). */
const WHILE_AWAY: ReadonlySet<string> = new Set(['journal-restored', 'journal-moved', 'private-purged']);

/** Most entries that are verified before a start goes on; of a longer journal without a snapshot, the last so many. */
const AT_ONCE = 50_000;

/**
 * @param snapshot is taken over
 * @throws BrokenChain where an entry behind the snapshot is not what was written
 */
export function refolded(journal: Journal, snapshot: Snapshot | null): Refolded {
  const open = snapshot?.state() ?? emptyState();
  // Made from the same bytes: copying what was read takes twice as long.
  const working = snapshot?.state();
  const earlier = snapshot?.commands ?? new CommandIndex(journal.salt);
  let head = snapshot?.head ?? { length: 0, head: GENESIS };
  if (!snapshot && journal.head.length > AT_ONCE) {
    for (const entry of journal.read(1, journal.head.length - AT_ONCE)) {
      fold(open, entry);
      forgetSome(open, earlier);
    }
    head = headAt(journal, journal.head.length - AT_ONCE);
  }
  for (const { entry } of readVerified(journal, head)) {
    fold(open, entry);
    if (working) fold(working, entry);
    forgetSome(open, earlier, working);
  }
  return { open, working: working ?? structuredClone(open), earlier, unverified: head.length };
}

function headAt(journal: Journal, length: number): Head {
  for (const { hash } of journal.sealed(length, length)) return { length, head: hash };
  return { length: 0, head: GENESIS };
}

/** The time of the last entry that somebody was there for, in ms; 0 where there is none. */
export function lastAwake(journal: Journal): number {
  for (let n = journal.head.length; n > 0; n -= 1)
    for (const { type, at } of journal.read(n, n)) if (!WHILE_AWAY.has(type)) return at;
  return 0;
}
