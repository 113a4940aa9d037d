/** B1, I4 · Whose seat a ballot is of: one seat has one ballot that counts for a unit, whatever passes it had. */
import { refuse } from './noun.ts';
import type { Pass } from './passes.ts';
import type { State } from './state.ts';

/** I4: passes of those who came in the place of the bearer, one after the other. */
function successorsOf(state: State, pass: Pass): string[] {
  const found: string[] = [];
  for (let next = pass.substitute; next !== null && !found.includes(next);) {
    found.push(next);
    next = state.passes.all.get(next)?.substitute ?? null;
  }
  return found;
}

const personKey = (person: string): string => `person ${person}`;

/**
 * I4: whose seat has scored the unit with a pass that was revoked since: the person himself, who may have another, and
 * the passes of his substitutes. One seat scores once (B1).
 */
export function spokenFor(state: State, unit: string): ReadonlySet<string> {
  const spoken = new Set<string>();
  for (const { pass, status } of state.ballots.byUnit.get(unit)?.values() ?? []) {
    const bearer = state.passes.all.get(pass);
    if (!bearer?.revoked || status !== 'counted') continue;
    if (bearer.person !== null) spoken.add(personKey(bearer.person));
    for (const successor of successorsOf(state, bearer)) spoken.add(successor);
  }
  return spoken;
}

/** I4: passes in whose place this one came, one after the other. */
function predecessorsOf(state: State, id: string): string[] {
  const found: string[] = [];
  const next = [...(state.passes.inPlaceOf.get(id) ?? [])];
  for (let one = next.pop(); one !== undefined; one = next.pop()) {
    if (found.includes(one)) continue;
    found.push(one);
    next.push(...(state.passes.inPlaceOf.get(one) ?? []));
  }
  return found;
}

/** B1: one seat, one ballot: refused where one counts that was given by another pass. @throws Refusal `ballot-given` */
export function needOnlyBallot(state: State, { id, person }: Pass, unit: string): void {
  const given = state.ballots.byUnit.get(unit);
  const own = person === null ? [] : (state.passes.byPerson.get(person) ?? []);
  const other = [...own, ...predecessorsOf(state, id)].find(
    (pass) => pass !== id && given?.get(pass)?.status === 'counted',
  );
  if (other !== undefined) refuse('ballot-given', { pass: other });
}

export const hasSpoken = (spoken: ReadonlySet<string>, { id, person }: Pass): boolean =>
  spoken.has(id) || (person !== null && spoken.has(personKey(person)));
