/** What goes with a unit that is taken off the roster, and what keeps it or a person on it. */
import { refuse, type Entry } from './noun.ts';
import { decksGone } from './deck.ts';
import { examinersSet, membersSet } from './roster.ts';
import type { Pass } from './passes.ts';
import type { State } from './state.ts';

const validPasses = (state: State): Pass[] => [...state.passes.all.values()].filter((one) => !one.revoked);

/**
 * I1: a member's or presenter's pass belongs to its unit, so that the unit stays as long as the pass is valid.
 * @throws Refusal `pass-in-use` with the pass and the unit
 */
export function needNoPassOf(state: State, stays: ReadonlySet<string>): void {
  const pass = validPasses(state).find(({ unit }) => unit !== null && !stays.has(unit));
  if (pass) refuse('pass-in-use', { pass: pass.id, unit: pass.unit ?? '' });
}

/**
 * I1: who holds a valid pass stays on the list, and a member with his unit.
 * @throws Refusal `pass-in-use`
 */
export function needHolders(
  state: State,
  kind: 'examiner' | 'member',
  people: readonly { id: string; unit?: string }[],
): void {
  const byId = new Map(people.map((one) => [one.id, one]));
  for (const pass of validPasses(state)) {
    if (pass.kind !== kind || pass.person === null) continue;
    const person = byId.get(pass.person);
    if (!person || (kind === 'member' && person.unit !== pass.unit)) refuse('pass-in-use', { pass: pass.id });
  }
}

/**
 * P1: who promised something stays on the list with his unit: a promise without a person is nobody's.
 * @throws Refusal `member-promised`
 */
export function needPromisersStay(state: State, members: readonly { id: string; unit: string }[]): void {
  const unitOf = new Map(members.map(({ id, unit }) => [id, unit]));
  for (const { state: is, member, unit } of state.promises.all.values()) {
    if (is === 'made' && unitOf.get(member) !== unit) refuse('member-promised', { member, unit });
  }
}

/** Entries of their own, so that the journal says it: a removed unit takes its members and the recusals from it along. */
export function goesWith(state: State, stays: ReadonlySet<string>): Entry[] {
  const members = [...state.roster.members.values()];
  const examiners = [...state.roster.examiners.values()];
  const left = members.filter(({ unit }) => stays.has(unit));
  const lost = examiners.some(({ recusals }) => recusals.some((unit) => !stays.has(unit)));
  return [
    ...(left.length < members.length ? [membersSet(left)] : []),
    ...(lost
      ? [
          examinersSet(
            examiners.map((one) => ({ ...one, recusals: one.recusals.filter((unit) => stays.has(unit)) })),
          ),
        ]
      : []),
    ...decksGone(state, stays),
  ];
}
