/** The three lists of a meeting as an import meets them, and the order that saves each. */
import type { Examiner, Member, Unit } from '$assessment/roster.ts';
import type { Slices } from '$assessment/view.ts';
import type { Field, Kind } from './columns.ts';
import type { Layout } from './find.ts';
import type { Choices } from './match.ts';
import { planImport, type Existing, type Mode, type Plan } from './plan.ts';
import { examinerRules, memberRules, unitRules, type Around } from './rules.ts';
import type { Table } from './table.ts';

export interface Wanted {
  table: Table;
  layout: Layout;
  mode: Mode;
  choices: Choices;
  fixed: Partial<Record<Field, string>>;
}

/** What an import looks at of a meeting. */
export type Meeting = Pick<Slices, 'roster' | 'people' | 'agenda' | 'sheet'>;

/** A list that can be imported: what would be sent once it is confirmed. */
export type Planned =
  | { type: 'units.set'; body: { units: Unit[] }; plan: Plan<Unit> }
  | { type: 'members.set'; body: { members: Member[] }; plan: Plan<Member> }
  | { type: 'examiners.set'; body: { examiners: Examiner[] }; plan: Plan<Examiner> };

/** J6: a purged meeting has people without a name; they have no row that could be about them. */
const named = <T extends { name: string | null }>(one: T): T & { name: string } => ({
  ...one,
  name: one.name ?? '',
});

function holders({ people }: Meeting): { bound: (id: string) => 'pass' | null; taken: string[] } {
  const valid = new Set(people.passes.filter((one) => !one.revoked).map((one) => one.person));
  return {
    bound: (id) => (valid.has(id) ? 'pass' : null),
    // A pass that was revoked still says whose it was.
    taken: people.passes.flatMap((one) => one.person ?? []),
  };
}

function units(meeting: Meeting): Existing<Unit> {
  const used = new Set(
    meeting.agenda.filter((one) => one.stage !== 'waiting' || one.absent).map((one) => one.unit),
  );
  const { roster, people } = meeting;
  const named = [
    ...roster.members.map((one) => one.unit),
    ...roster.examiners.flatMap((one) => one.recusals),
  ];
  const passes = new Set(people.passes.filter((one) => !one.revoked).map((one) => one.unit));
  return {
    items: roster.units,
    bound: (id) => (used.has(id) ? 'used' : passes.has(id) ? 'pass' : null),
    taken: [...named, ...people.passes.flatMap((one) => one.unit ?? [])],
  };
}

function members(meeting: Meeting): Existing<Member> {
  const known = new Set(meeting.roster.units.map(({ id }) => id));
  return {
    items: meeting.roster.members.map(named),
    ...holders(meeting),
    lost: ({ unit }) => !known.has(unit),
  };
}

function examiners(meeting: Meeting): Existing<Examiner> {
  const known = new Set(meeting.roster.units.map(({ id }) => id));
  const items = meeting.roster.examiners.map((one) => ({
    ...named(one),
    recusals: one.recusals.filter((unit) => known.has(unit)),
  }));
  return { items, ...holders(meeting) };
}

/** What importing a table as this list would do to the meeting as it stands now. */
export function planFor(kind: Kind, meeting: Meeting, wanted: Wanted): Planned {
  const { table, layout, mode, choices, fixed } = wanted;
  const around: Around = {
    units: meeting.roster.units,
    categories: meeting.sheet.categories,
    choices,
    fixed,
  };
  if (kind === 'units') {
    const plan = planImport(table, layout, mode, unitRules(around), units(meeting));
    return { type: 'units.set', body: { units: plan.items }, plan };
  }
  if (kind === 'members') {
    const plan = planImport(table, layout, mode, memberRules(around), members(meeting), fixed);
    return { type: 'members.set', body: { members: plan.items }, plan };
  }
  const plan = planImport(table, layout, mode, examinerRules(around), examiners(meeting), fixed);
  return { type: 'examiners.set', body: { examiners: plan.items }, plan };
}
