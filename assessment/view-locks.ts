/**
 * J4 · Where the journal stood when each turn was locked: the number and the hash of the entry that locked it. Every
 * ballot that counts stands before it in the chain, so a photograph of the wall holds the journal to what it said then.
 * A fold never sees a hash (entries are sealed behind the rules): the state knows the number, the journal the hash.
 */
import type { Live } from './audiences.ts';
import type { State } from './state.ts';

export interface LockView {
  unit: string;
  /** Server time in ms. */
  at: number;
  /** How many entries the journal had with the lock: the lock's own number. */
  length: number;
  /** Hex SHA-256 of that entry (J4). */
  head: string;
}

/** In the order of turns; a unit that is no longer absent has none until its own lock. */
export function locksView(state: State, live: Pick<Live, 'headAt'>): LockView[] {
  return state.agenda.order.flatMap((unit) => {
    const { lockedAt = null, lockedIn = null } = state.agenda.turns.get(unit) ?? {};
    const head = lockedIn === null ? null : live.headAt(lockedIn);
    return lockedAt === null || lockedIn === null || head === null
      ? []
      : [{ unit, at: lockedAt, length: lockedIn, head }];
  });
}
