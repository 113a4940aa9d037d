/** J4 · The hashes of the entries that locked a turn: read when a lock is on disk, and from the journal after a restart. */
import type { Journal } from '../assessment/journal.ts';
import type { Authority } from './authority.ts';

function hashOf(journal: Journal, n: number): string | null {
  for (const sealed of journal.sealed(n, n)) return sealed.n === n ? sealed.hash : null;
  return null;
}

/** @returns the hash of the entry `n` that locked a turn; null for any other. Reads nothing when it is asked. */
export function lockHeads(journal: Journal, authority: Authority): (n: number) => string | null {
  const heads = new Map<number, string>();
  const look = (): void => {
    for (const { lockedIn } of authority.state.agenda.turns.values()) {
      if (lockedIn === null || heads.has(lockedIn)) continue;
      const hash = hashOf(journal, lockedIn);
      if (hash !== null) heads.set(lockedIn, hash);
    }
  };
  look();
  authority.onChange(look);
  return (n) => heads.get(n) ?? null;
}
