/** When a meeting is copied: at every lock, when it closes, and at a start that finds a lock without a copy. */
import type { State } from '../assessment/state.ts';
import type { Copier } from '../db/copier.ts';
import type { Copy } from '../db/copies.ts';
import type { Authority } from './authority.ts';

/** The last moment that is worth a copy: what happened, and when (server time, ms). */
function lastOf(state: Readonly<State>): { about: string; at: number } | null {
  let last: { about: string; at: number } | null = null;
  for (const { unit, lockedAt } of state.agenda.turns.values())
    if (lockedAt !== null && lockedAt >= (last?.at ?? 0)) last = { about: unit, at: lockedAt };
  const { closedAt } = state.meeting;
  return closedAt !== null && closedAt >= (last?.at ?? 0) ? { about: 'closed', at: closedAt } : last;
}

/**
 * Asks for the copies of a meeting from here on. It waits for none, and a copy that fails changes nothing (J3).
 * @param copies those that there are, newest first
 */
export function copiesAtLocks(
  meeting: string,
  authority: Authority,
  copier: Copier,
  copies: readonly Copy[],
): void {
  let told = '';
  const look = () => {
    const last = lastOf(authority.state);
    const name = last && `${last.about} ${last.at}`;
    if (name === null || name === told) return;
    told = name;
    copier.ask(meeting, last!.about, authority.now());
  };
  const newest = copies.find(({ n }) => n !== null);
  const last = lastOf(authority.state);
  // Their names say the second. A copy of a line that a restore left behind (n) is none of this one.
  const has = last && newest && newest.at + 1000 > last.at && (newest.n ?? 0) <= authority.head.length;
  if (has) told = `${last.about} ${last.at}`;
  look();
  authority.onChange(look);
}
