/** Who is judged and who judges: units, members with their portfolios, examiners with category and recusals. */
import * as v from 'valibot';
import { HOSTS } from './actors.ts';
import { newTurn } from './turns.ts';
import { hasBallots } from './ballots.ts';
import { Id, line, Name, optionalLine } from './fields.ts';
import { needOpen } from './phases.ts';
import { command, refuse, type Entry, type Folds } from './noun.ts';
import { goesWith, needHolders, needNoPassOf, needPromisersStay } from './roster-removal.ts';
import { needOpenSheet } from './sheet-freeze.ts';
import { checkScoring, IdSchema, ScoringSchema, type Scoring } from './sheet.ts';
import type { State } from './state.ts';

const UnitSchema = v.object({ id: Id, name: Name, street: optionalLine(60) });
export type Unit = v.InferOutput<typeof UnitSchema>;

const MemberSchema = v.object({
  id: Id,
  unit: Id,
  name: Name,
  post: line(30),
  portfolios: v.pipe(v.array(line(30)), v.maxLength(20)),
});
export type Member = v.InferOutput<typeof MemberSchema>;

export const ExaminerSchema = v.object({
  id: Id,
  category: Id,
  name: Name,
  employer: optionalLine(60),
  /** I5: units that he may not rate or score. */
  recusals: v.pipe(v.array(Id), v.maxLength(50)),
});
export type Examiner = v.InferOutput<typeof ExaminerSchema>;

/** J6: a purge leaves people without a name; the count does not need one. */
export type Named<T extends { name: string }> = Omit<T, 'name'> & { name: string | null };

export interface RosterState {
  units: Unit[];
  members: Map<string, Named<Member>>;
  examiners: Map<string, Named<Examiner>>;
}

export const emptyRoster = (): RosterState => ({ units: [], members: new Map(), examiners: new Map() });

export const unitName = (state: State, unit: string): string =>
  state.roster.units.find((one) => one.id === unit)?.name ?? unit;

export const membersOf = (state: State, unit: string): Named<Member>[] =>
  [...state.roster.members.values()].filter((one) => one.unit === unit);

/** Q2: a unit's secretary is the member whose post says so; a deputy is not. */
export const isSecretary = (member: { post: string }): boolean =>
  /书记/.test(member.post) && !/副/.test(member.post);

/** Q2: who answers a question: the member named, else the one whose portfolio it is, else the secretary. */
export function responsibleFor(
  state: State,
  unit: string,
  portfolio: string | null,
  member: string | null,
): string | null {
  const team = membersOf(state, unit);
  if (member !== null && team.some((one) => one.id === member)) return member;
  const named = portfolio === null ? undefined : team.find((one) => one.portfolios.includes(portfolio));
  return (named ?? team.find(isSecretary) ?? team[0])?.id ?? null;
}

function needDistinct(ids: string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) refuse('duplicate', { id });
    seen.add(id);
  }
}

function decideUnits(state: State, { units }: { units: Unit[] }): Entry[] {
  needOpen(state);
  needDistinct(units.map((one) => one.id));
  // X1: a unit stands in the bundle by its id, which is shorter there.
  if (!units.every(({ id }) => v.is(IdSchema, id))) refuse('malformed', { field: 'units' });
  const stays = new Set(units.map((one) => one.id));
  for (const turn of state.agenda.turns.values()) {
    const used = turn.stage !== 'waiting' || turn.absent || hasBallots(state, turn.unit);
    if (used && !stays.has(turn.unit)) refuse('unit-in-use', { unit: turn.unit });
  }
  needNoPassOf(state, stays);
  const left = [...state.roster.members.values()].filter(({ unit }) => stays.has(unit));
  needPromisersStay(state, left);
  return [{ type: 'units-set', data: { units } }, ...goesWith(state, stays)];
}

function decideMembers(state: State, { members }: { members: Member[] }): Entry[] {
  needOpen(state);
  needDistinct(members.map((one) => one.id));
  for (const { unit } of members) if (!state.agenda.turns.has(unit)) refuse('unit-unknown', { unit });
  needHolders(state, 'member', members);
  needPromisersStay(state, members);
  return [membersSet(members)];
}

function decideExaminers(state: State, { examiners }: { examiners: Examiner[] }): Entry[] {
  needOpen(state);
  needDistinct(examiners.map((one) => one.id));
  for (const one of examiners) {
    if (!state.scoring.categories.some(({ id }) => id === one.category))
      refuse('category-unknown', { category: one.category });
    for (const unit of one.recusals) if (!state.agenda.turns.has(unit)) refuse('unit-unknown', { unit });
  }
  needHolders(state, 'examiner', examiners);
  return [examinersSet(examiners)];
}

const namesOf = (people: { id: string; name: string | null }[]) =>
  Object.fromEntries(people.flatMap((one) => (one.name === null ? [] : [[one.id, one.name]])));

export const membersSet = (members: (Member | Named<Member>)[]): Entry => ({
  type: 'members-set',
  data: { members: members.map(({ id, unit, post, portfolios }) => ({ id, unit, post, portfolios })) },
  private: { names: namesOf(members) },
});

export const examinersSet = (examiners: (Examiner | Named<Examiner>)[]): Entry => ({
  type: 'examiners-set',
  data: { examiners: examiners.map(({ id, category, recusals }) => ({ id, category, recusals })) },
  private: {
    names: namesOf(examiners),
    employers: Object.fromEntries(examiners.map((one) => [one.id, one.employer])),
  },
});

function decideScoring(state: State, scoring: Scoring): Entry[] {
  needOpen(state);
  needOpenSheet(state);
  const [problem] = checkScoring(scoring);
  if (problem) refuse('sheet-invalid', { ...problem });
  for (const { category } of state.roster.examiners.values()) {
    if (!scoring.categories.some(({ id }) => id === category)) refuse('category-in-use', { category });
  }
  for (const { category } of state.passes.all.values()) {
    if (category !== null && !scoring.categories.some(({ id }) => id === category))
      refuse('category-in-use', { category });
  }
  return [{ type: 'scoring-set', data: { ...scoring } as never }];
}

export const rosterCommands = {
  'units.set': command(
    HOSTS,
    v.object({ units: v.pipe(v.array(UnitSchema), v.maxLength(500)) }),
    decideUnits,
  ),
  'members.set': command(
    HOSTS,
    v.object({ members: v.pipe(v.array(MemberSchema), v.maxLength(5000)) }),
    decideMembers,
  ),
  'examiners.set': command(
    HOSTS,
    v.object({ examiners: v.pipe(v.array(ExaminerSchema), v.maxLength(5000)) }),
    decideExaminers,
  ),
  'sheet.set': command(HOSTS, ScoringSchema, decideScoring),
};

interface MembersSet {
  members: Omit<Member, 'name'>[];
  private?: { names: Record<string, string> };
}
interface ExaminersSet {
  examiners: Omit<Examiner, 'name' | 'employer'>[];
  private?: { names: Record<string, string>; employers: Record<string, string> };
}

export const rosterFolds = {
  'units-set': (state, { units }: { units: Unit[] }) => {
    state.roster.units = units;
    const { turns, order } = state.agenda;
    const stays = new Set(units.map((one) => one.id));
    for (const id of [...turns.keys()]) if (!stays.has(id)) turns.delete(id);
    for (const { id } of units) if (!turns.has(id)) turns.set(id, newTurn(id));
    const known = order.filter((id) => stays.has(id));
    state.agenda.order = [...known, ...units.map((one) => one.id).filter((id) => !known.includes(id))];
  },
  'members-set': (state, { members, private: secret }: MembersSet) => {
    state.roster.members = new Map(
      members.map((one) => [one.id, { ...one, name: secret?.names[one.id] ?? null }]),
    );
  },
  'examiners-set': (state, { examiners, private: secret }: ExaminersSet) => {
    state.roster.examiners = new Map(
      examiners.map((one) => [
        one.id,
        { ...one, name: secret?.names[one.id] ?? null, employer: secret?.employers[one.id] ?? '' },
      ]),
    );
  },
  'scoring-set': (state, scoring: Scoring) => {
    state.scoring = scoring;
  },
} satisfies Folds;
