/** ranking.xlsx: the whole count as a workbook, ready to be printed. Numbers are numbers, names are never formulas. */
import { cellRef, writeXlsx, type Cell as StyledCell, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import type { Bundle } from '../assessment/bundle.ts';
import { NOTHING_ABOUT, type About } from './about.ts';
import { looksLikeFormula } from './safe-text.ts';
import { headingOf, sourceOf, type Cell, type Column, type Table } from './tables/table.ts';
import { tablesOf } from './tables.ts';
import { REPORT_TEXTS, type ReportLanguage } from './text/index.ts';

const FORMATS: Record<Column['kind'], string | undefined> = {
  text: undefined,
  long: undefined,
  score: '0.00',
  points: 'General',
  count: '0',
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
    alignment: { vertical: 'center', horizontal, wrapText: kind === 'long' },
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

/** Rows on top of a table: the title, what it is, a gap. */
const TOP = 3;

/** The whole sheet cell by cell; the first row of `grid` is the title. */
function gridOf(table: Table, heading: string[]): { grid: Cell[][]; styles: (CellStyle | null)[][] } {
  const { columns, rows, notes } = table;
  const grid: Cell[][] = [...heading.map((line) => [line]), [], columns.map(({ head }) => head), ...rows];
  const styles: (CellStyle | null)[][] = [
    [TITLE],
    [SUBTITLE],
    [],
    columns.map(() => HEAD),
    ...rows.map((row) => row.map((_cell, at) => styleOf(columns[at]?.kind ?? 'text'))),
  ];
  for (const note of ['', ...notes]) {
    grid.push(note === '' ? [] : [note]);
    styles.push(note === '' ? [] : [SUBTITLE]);
  }
  return { grid, styles };
}

function sheetOf(table: Table, heading: string[]): WriteSheet {
  const { grid, styles } = gridOf(table, heading);
  const cells = new Map<string, Partial<StyledCell>>();
  grid.forEach((row, r) =>
    row.forEach((value, c) => cells.set(`${r},${c}`, cellOf(value, styles[r]?.[c] ?? {}))),
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

/** The workbook of a bundle (X2: the same recount as everywhere). */
export function rankingXlsx(
  bundle: Bundle,
  about: About = NOTHING_ABOUT,
  language: ReportLanguage = 'zh-CN',
): Promise<Uint8Array> {
  const source = sourceOf(bundle, about, REPORT_TEXTS[language]);
  return writeXlsx({
    sheets: tablesOf(source).map((table) => sheetOf(table, headingOf(source, table.name))),
    properties: { title: bundle.meeting.title },
    defaultFont: { name: '宋体', size: 11 },
  });
}
