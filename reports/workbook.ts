/** A workbook made of tables, ready to be printed. Numbers are numbers, days are days, text is never a formula. */
import {
  cellRef,
  writeXlsx,
  type Cell as StyledCell,
  type CellStyle,
  type MergeRange,
  type WriteSheet,
} from 'hucre/xlsx';
import { heightOf } from './row-heights.ts';
import { cellText, looksLikeFormula, xmlText } from './safe-text.ts';
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
const TITLE: CellStyle = { font: { bold: true, size: 16 }, alignment: { vertical: 'center' } };
const SUBTITLE: CellStyle = {
  font: { size: 10, color: { rgb: '555555' } },
  alignment: { vertical: 'center', wrapText: true },
};
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
    alignment: { vertical: 'center', horizontal, indent: 1, wrapText: isText },
    ...(numFmt === undefined ? {} : { numFmt }),
  };
}

/**
 * A cell as the writer takes it. A string is stored as a string and never read as a formula; the text format (`@`)
 * keeps it one when somebody edits the cell. Text with a hash in front goes in as rich text, since the writer
 * would take `#N/A` for an error value.
 */
function cellOf(raw: Cell, style: CellStyle): Partial<StyledCell> {
  if (typeof raw !== 'string' || raw === '') return { value: raw === '' ? null : raw, style };
  const value = cellText(raw);
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
/** A line of the title, in points. */
const TITLE_LINE = 24;

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

/** Every row as high as its words need; the lines around the table have its whole width. */
function heightsOf(
  grid: readonly Partial<StyledCell>[][],
  { columns, rows }: Table,
): NonNullable<WriteSheet['rowDefs']> {
  const widths = columns.map(({ width }) => width);
  const whole = [widths.reduce((sum, one) => sum + one, 0)];
  const inTable = (at: number) => at >= TOP && at <= TOP + rows.length;
  const texts = (row: readonly Partial<StyledCell>[]) =>
    row.map(({ value }) => (typeof value === 'string' ? value : ''));
  return new Map(
    grid.map((row, at) => [
      at,
      { height: heightOf(texts(row), inTable(at) ? widths : whole, at === 0 ? TITLE_LINE : undefined) },
    ]),
  );
}

/** The title, what it is, and the notes stand across all columns. */
const acrossOf = (grid: readonly unknown[][], { columns, rows }: Table): MergeRange[] =>
  grid.flatMap((row, at) =>
    row.length === 1 && (at < TOP || at > TOP + rows.length) && columns.length > 1
      ? [{ startRow: at, startCol: 0, endRow: at, endCol: columns.length - 1 }]
      : [],
  );

/** Excel's narrow margins, in inches: the widest tables stay large enough to be read. */
const MARGINS = { top: 0.75, bottom: 0.75, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 };

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
    rowDefs: heightsOf(grid, table),
    merges: acrossOf(grid, table),
    freezePane: { rows: TOP + 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
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
    properties: { title: xmlText(title) },
    defaultFont: { name: '宋体', size: 11 },
  });
}
