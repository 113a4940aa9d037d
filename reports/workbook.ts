/** A workbook made of tables, ready to be printed. Numbers are numbers, days are days, text is never a formula. */
import { cellRef, writeXlsx, type Cell as StyledCell, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import { looksLikeFormula } from './safe-text.ts';
import type { Cell, Column, Table } from './tables/table.ts';

const FORMATS: Record<Column['kind'], string | undefined> = {
  text: undefined,
  long: undefined,
  score: '0.00',
  points: 'General',
  count: '0',
  day: 'yyyy-mm-dd',
};
const LINE = { style: 'thin', color: { rgb: '999999' } } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const TITLE: CellStyle = { font: { bold: true, size: 16 } };
const SUBTITLE: CellStyle = { font: { size: 10, color: { rgb: '555555' } } };
const HEAD: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F4EBDC' } },
  border: BORDER,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};

function styleOf(kind: Column['kind']): CellStyle {
  const isText = kind === 'text' || kind === 'long';
  const horizontal = isText ? 'left' : 'right';
  const numFmt = FORMATS[kind];
  return {
    border: BORDER,
    alignment: { vertical: 'center', horizontal, wrapText: isText },
    ...(numFmt === undefined ? {} : { numFmt }),
  };
}

/**
 * A cell as the writer takes it. A string is stored as a string and never read as a formula; the text format (`@`)
 * keeps it one when somebody edits the cell. Text with a hash in front goes in as rich text, since the writer
 * would take `#N/A` for an error value.
 */
function cellOf(value: Cell, style: CellStyle): Partial<StyledCell> {
  if (typeof value !== 'string' || value === '') return { value: value === '' ? null : value, style };
  const safe = looksLikeFormula(value) ? { ...style, numFmt: '@' } : style;
  if (!value.startsWith('#')) return { value, style: safe };
  return { value, type: 'richText', richText: [{ text: value }], style: safe };
}

/** Days since the one from which spreadsheets count, for `2026-11-30`. */
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;

/** A cell of a table: a day becomes a number that is shown as a day, a sum recomputes what it shows. */
function bodyCell(value: Cell, column: Column | undefined, row: number): Partial<StyledCell> {
  const { kind = 'text', sums } = column ?? {};
  const style = styleOf(kind);
  if (kind === 'day' && typeof value === 'string') return { value: dayNumber(value), style };
  if (sums === undefined || typeof value !== 'number') return cellOf(value, style);
  const formula = `SUM(${cellRef(row, sums[0])}:${cellRef(row, sums[1])})`;
  return { value, formula, formulaResult: value, style };
}

/** Rows on top of a table: the title, what it is, a gap. */
const TOP = 3;

/** The whole sheet row by row; the title is its first. */
function gridOf({ columns, rows, notes }: Table, heading: [string, string]): Partial<StyledCell>[][] {
  const [title, subtitle] = heading;
  return [
    [cellOf(title, TITLE)],
    [cellOf(subtitle, SUBTITLE)],
    [],
    columns.map(({ head }) => cellOf(head, HEAD)),
    ...rows.map((row, at) => row.map((value, c) => bodyCell(value, columns[c], TOP + 1 + at))),
    [],
    ...notes.map((note) => [cellOf(note, SUBTITLE)]),
  ];
}

function sheetOf(table: Table, heading: [string, string]): WriteSheet {
  const grid = gridOf(table, heading);
  const cells = new Map(
    grid.flatMap((row, r) => row.map((cell, c): [string, Partial<StyledCell>] => [`${r},${c}`, cell])),
  );
  const last = cellRef(grid.length - 1, table.columns.length - 1).replace(/(\d+)/, '$$$1');
  return {
    name: table.name,
    rows: grid.map((row) => row.map(() => null)),
    cells,
    columns: table.columns.map(({ width }) => ({ width })),
    rowDefs: new Map([[0, { height: 26 }]]),
    freezePane: { rows: TOP + 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printArea: `$A$1:$${last}`,
      printTitlesRow: `$${TOP + 1}:$${TOP + 1}`,
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  };
}

/** `heading` gives the two lines on top of the sheet of that name. */
export function workbookOf(
  tables: readonly Table[],
  heading: (name: string) => [string, string],
  title: string,
): Promise<Uint8Array> {
  return writeXlsx({
    sheets: tables.map((table) => sheetOf(table, heading(table.name))),
    properties: { title },
    defaultFont: { name: '宋体', size: 11 },
  });
}
