/** Who is expected, who is here: the rows of the desk at the entrance, and the counts against the plan. */
import { replaced } from '$assessment/arrivals.ts';
import type { PassView } from '$assessment/view-people.ts';
import type { Slices } from '$assessment/view.ts';
import type { Findable } from '../roster/find-person.ts';
import { KINDS } from '../passes/kinds.ts';
import { stateOf, titleOf, type PassState } from '../passes/pass-words.ts';

export interface Arrival extends Findable {
  pass: PassView;
  number: string;
  group: string;
  state: Exclude<PassState, 'revoked'>;
}

/** Everybody with a pass that holds and a bearer who comes and goes (I4). */
export function arrivalsOf(slices: Partial<Slices>): Arrival[] {
  return (slices.people?.passes ?? []).flatMap((pass): Arrival[] => {
    const state = stateOf(pass);
    if (state === 'revoked' || !KINDS[pass.kind].bearer) return [];
    return [{ pass, state, name: pass.name, number: pass.number, group: titleOf(slices, pass) }];
  });
}

export interface Count {
  id: string;
  name: string;
  here: number;
  out: number;
  plan: number;
}

/** Signed: heads on the roster, without those for whom a substitute came. Anonymous: passes in the stack (I3). */
function planOf(slices: Partial<Slices>, category: string, passes: readonly PassView[]): number {
  const issued = passes.filter((one) => one.category === category && !one.revoked).length;
  if (slices.meeting?.settings.identity === 'anonymous') return issued;
  const gone = replaced(passes);
  const heads = slices.roster?.examiners.filter((one) => one.category === category && !gone.has(one.id));
  return Math.max(issued, heads?.length ?? 0);
}

/** Examiners by category, in the order of the sheet. */
export function countsOf(slices: Partial<Slices>): Count[] {
  const passes = (slices.people?.passes ?? []).filter((one) => one.kind === 'examiner');
  const arrivals = arrivalsOf(slices).filter(({ pass }) => pass.kind === 'examiner');
  return (slices.sheet?.categories ?? []).map(({ id, name }) => {
    const mine = arrivals.filter(({ pass }) => pass.category === id);
    const count = (state: string) => mine.filter((one) => one.state === state).length;
    return { id, name, here: count('here'), out: count('out'), plan: planOf(slices, id, passes) };
  });
}

/** Examiners on the roster for whom no pass was made yet: they cannot be checked in (I3: nobody in particular). */
export function withoutPass(slices: Partial<Slices>): number {
  if (slices.meeting?.settings.identity === 'anonymous') return 0;
  const passes = slices.people?.passes ?? [];
  const gone = replaced(passes);
  const has = new Set(passes.flatMap((one) => (one.revoked ? [] : [one.person])));
  return (slices.roster?.examiners ?? []).filter(({ id }) => !has.has(id) && !gone.has(id)).length;
}
