/** Where in a file the list is: which sheet, which row has the headings, which column is which. */
import { columnsOf, likeness, mapHeadings, mappedOf, type Kind, type Mapping } from './columns.ts';
import type { Table } from './table.ts';

/** How far down people's titles go. */
const DEEPEST = 40;
const WEAK = 100;

export interface Layout {
  /** Index of the sheet. */
  sheet: number;
  /** The row with the headings, from 0; -1 where there is none. */
  header: number;
  mapping: Mapping;
}

/** Columns found, a sure one counts more than one that only looks like it. */
function scoreOf(headings: readonly string[], kind: Kind): number {
  const columns = columnsOf(kind);
  return mappedOf(mapHeadings(headings, kind)).reduce((sum, [field, place]) => {
    const column = columns.find((one) => one.field === field);
    const rank = column ? likeness(headings[place] ?? '', column) : null;
    return sum + (rank === null ? 0 : rank < WEAK ? 10 : 6) + (column?.required ? 1 : 0);
  }, 0);
}

interface Found {
  header: number;
  score: number;
}

/** The best row of headings; of equal ones the upper: a heading is repeated on later pages. */
function findHeader({ rows }: Table, kind: Kind): Found {
  let best: Found = { header: -1, score: 0 };
  rows.slice(0, DEEPEST).forEach((row, header) => {
    const score = scoreOf(row, kind);
    if (score > best.score) best = { header, score };
  });
  return alone(rows[best.header], best.score) ? best : { header: -1, score: 0 };
}

/** A single match among many cells is chance; in a list of one or two columns it is the heading. */
const alone = (row: readonly string[] | undefined, score: number): boolean =>
  row !== undefined && (score > 11 || row.filter((cell) => cell.trim() !== '').length <= 3);

/** Headings of a row, its columns in the template's order where there is no such row. */
export function layoutAt(tables: readonly Table[], sheet: number, header: number, kind: Kind): Layout {
  const rows = tables[sheet]?.rows ?? [];
  const headings = header < 0 ? [] : (rows[header] ?? []);
  if (header >= 0) return { sheet, header, mapping: mapHeadings(headings, kind) };
  const width = rows[0]?.length ?? 0;
  const mapping = Object.fromEntries(
    columnsOf(kind).map(({ field }, place) => [field, place < width ? place : null]),
  );
  return { sheet, header, mapping };
}

/** The layout of one sheet. */
export const layoutOf = (tables: readonly Table[], sheet: number, kind: Kind): Layout => {
  const table = tables[sheet];
  return layoutAt(tables, sheet, table ? findHeader(table, kind).header : -1, kind);
};

/** The sheet in which most columns are found, the first of equals. */
export function findList(tables: readonly Table[], kind: Kind): Layout {
  const scores = tables.map((table) => findHeader(table, kind).score);
  return layoutOf(tables, Math.max(0, scores.indexOf(Math.max(...scores))), kind);
}
