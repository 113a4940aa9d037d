/** Lists of the roster as lines of text fields, and back; what cannot be read back is a problem with its line. */
import type { Examiner, Member, Unit } from '$assessment/roster.ts';
import type { RosterView } from '$assessment/view-people.ts';

export interface MemberRow {
  id: string;
  unit: string;
  name: string;
  post: string;
  portfolios: string;
}

export interface ExaminerRow {
  id: string;
  name: string;
  category: string;
  employer: string;
  /** Names of units. */
  recusals: string;
}

/** A line (from 1), the column, and what stands there. */
export interface RowProblem {
  row: number;
  column: string;
  code: 'empty' | 'unknown' | 'twice';
  value: string;
}

/** `党建、城建更新` or `党建, 城建更新` as a list without repeats. */
export const listOf = (cell: string): string[] => [
  ...new Set(
    cell
      .split(/[、，,;；/]/)
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];

const SEPARATOR = '、';

export const memberRows = ({ members }: RosterView): MemberRow[] =>
  members.map(({ id, unit, name, post, portfolios }) => ({
    id,
    unit,
    name: name ?? '',
    post,
    portfolios: portfolios.join(SEPARATOR),
  }));

export const membersFrom = (rows: readonly MemberRow[]): Member[] =>
  rows.map(({ id, unit, name, post, portfolios }) => ({
    id,
    unit,
    name: name.trim(),
    post: post.trim(),
    portfolios: listOf(portfolios),
  }));

export function examinerRows({ examiners, units }: RosterView): ExaminerRow[] {
  const names = new Map(units.map((one) => [one.id, one.name]));
  return examiners.map(({ id, name, category, employer, recusals }) => ({
    id,
    name: name ?? '',
    category,
    employer,
    recusals: recusals.map((one) => names.get(one) ?? one).join(SEPARATOR),
  }));
}

export function examinersFrom(rows: readonly ExaminerRow[], units: readonly Unit[]): Examiner[] {
  const ids = new Map(units.map((one) => [one.name, one.id]));
  return rows.map(({ id, name, category, employer, recusals }) => ({
    id,
    name: name.trim(),
    category,
    employer: employer.trim(),
    recusals: listOf(recusals).flatMap((one) => ids.get(one) ?? []),
  }));
}

function empties<T extends object>(rows: readonly T[], columns: readonly (keyof T & string)[]): RowProblem[] {
  return rows.flatMap((row, at) =>
    columns
      .filter((column) => String(row[column]).trim() === '')
      .map((column): RowProblem => ({ row: at + 1, column, code: 'empty', value: '' })),
  );
}

export function unitProblems(rows: readonly Unit[]): RowProblem[] {
  const seen = new Set<string>();
  const twice = rows.flatMap(({ name }, at): RowProblem[] => {
    const known = seen.has(name.trim());
    seen.add(name.trim());
    return known && name.trim() !== '' ? [{ row: at + 1, column: 'unit', code: 'twice', value: name }] : [];
  });
  return [...empties(rows, ['name']).map((one) => ({ ...one, column: 'unit' })), ...twice];
}

export const memberProblems = (rows: readonly MemberRow[]): RowProblem[] =>
  empties(rows, ['unit', 'name', 'post']);

export function examinerProblems(rows: readonly ExaminerRow[], units: readonly Unit[]): RowProblem[] {
  const names = new Set(units.map((one) => one.name));
  const unknown = rows.flatMap(({ recusals }, at) =>
    listOf(recusals)
      .filter((one) => !names.has(one))
      .map((value): RowProblem => ({ row: at + 1, column: 'recusals', code: 'unknown', value })),
  );
  return [...empties(rows, ['name', 'category']), ...unknown];
}

/** Places of problems, to mark the fields: `3 name`. */
export const placesOf = (problems: readonly RowProblem[]): ReadonlySet<string> =>
  new Set(problems.map((one) => `${one.row} ${one.column}`));

/** What saving these units would take along with those that are missing; null where nothing goes with them. */
export function removal(roster: RosterView | undefined, units: readonly { id: string }[]) {
  const stays = new Set(units.map(({ id }) => id));
  const gone = (roster?.units ?? []).filter(({ id }) => !stays.has(id));
  const ids = new Set(gone.map(({ id }) => id));
  const members = (roster?.members ?? []).filter(({ unit }) => ids.has(unit)).length;
  const recusals = (roster?.examiners ?? [])
    .flatMap((one) => one.recusals)
    .filter((id) => ids.has(id)).length;
  return members + recusals === 0 ? null : { names: gone.map(({ name }) => name), members, recusals };
}
