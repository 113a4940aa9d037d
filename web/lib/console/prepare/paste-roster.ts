/** Pasted tables as units, members and examiners, with every problem at its row and column. */
import type { Examiner, Member, Unit } from '$assessment/roster.ts';
import type { Category } from '$assessment/sheet.ts';
import { listOf, readPaste, type Column, type Pasted, type PasteProblem } from './paste.ts';

export type Kind = 'units' | 'members' | 'examiners';
export type Headings = Readonly<Record<string, readonly string[]>>;

const column = (headings: Headings, key: string, most: number, required = false): Column => ({
  key,
  headings: headings[key] ?? [],
  most,
  required,
});

export const columnsOf = (kind: Kind, headings: Headings): Column[] =>
  ({
    units: [column(headings, 'unit', 60, true), column(headings, 'street', 60)],
    members: [
      column(headings, 'unit', 60, true),
      column(headings, 'name', 60, true),
      column(headings, 'post', 30, true),
      column(headings, 'portfolios', 200),
    ],
    examiners: [
      column(headings, 'name', 60, true),
      column(headings, 'category', 40, true),
      column(headings, 'employer', 60),
      column(headings, 'recusals', 400),
    ],
  })[kind];

interface Read<T> {
  items: T[];
  problems: PasteProblem[];
}

/** Refuses a name that stands twice; `key` tells two rows of the same name apart. */
function twice(pasted: Pasted, column: string, key: (cells: Record<string, string>) => string): void {
  const seen = new Set<string>();
  for (const { row, cells } of pasted.rows) {
    const text = key(cells);
    if (seen.has(text)) pasted.problems.push({ row, column, code: 'twice', value: cells[column] ?? '' });
    seen.add(text);
  }
}

export function readUnits(text: string, headings: Headings): Read<Unit> {
  const pasted = readPaste(text, columnsOf('units', headings));
  twice(pasted, 'unit', (cells) => cells.unit ?? '');
  const items = pasted.rows.map(({ cells }) => ({
    id: '',
    name: cells.unit ?? '',
    street: cells.street ?? '',
  }));
  return { items, problems: pasted.problems };
}

const unitIds = (units: readonly Unit[]) => new Map(units.map((one) => [one.name, one.id]));

export function readMembers(text: string, headings: Headings, units: readonly Unit[]): Read<Member> {
  const pasted = readPaste(text, columnsOf('members', headings));
  const ids = unitIds(units);
  const items = pasted.rows.map(({ row, cells }) => {
    const unit = ids.get(cells.unit ?? '');
    if (unit === undefined && cells.unit) {
      pasted.problems.push({ row, column: 'unit', code: 'unknown', value: cells.unit });
    }
    const { name = '', post = '', portfolios = '' } = cells;
    return { id: '', unit: unit ?? '', name, post, portfolios: listOf(portfolios) };
  });
  return { items, problems: pasted.problems };
}

export function readExaminers(
  text: string,
  headings: Headings,
  units: readonly Unit[],
  categories: readonly Category[],
): Read<Examiner> {
  const pasted = readPaste(text, columnsOf('examiners', headings));
  const ids = unitIds(units);
  const kinds = new Map(categories.map((one) => [one.name, one.id]));
  const items = pasted.rows.map(({ row, cells }) => {
    const category = kinds.get(cells.category ?? '');
    if (category === undefined && cells.category) {
      pasted.problems.push({ row, column: 'category', code: 'unknown', value: cells.category });
    }
    const recusals = listOf(cells.recusals ?? '').flatMap((name) => {
      const id = ids.get(name);
      if (id === undefined) pasted.problems.push({ row, column: 'recusals', code: 'unknown', value: name });
      return id ?? [];
    });
    const { name = '', employer = '' } = cells;
    return { id: '', category: category ?? '', name, employer, recusals };
  });
  return { items, problems: pasted.problems };
}
