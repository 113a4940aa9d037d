/** Workbooks as tables: every cell as a person sees it, merged cells written out down their column. */
import { formatValue } from 'hucre';
import { readXlsx, type Cell, type CellValue, type MergeRange, type Sheet } from 'hucre/xlsx';
import { ImportFailure, LIMITS } from './failure.ts';
import { letterOf, placeOf, tableOf, type Table } from './table.ts';
import { checkZip } from './zip-check.ts';

/** A little more than what is taken, so that too much is noticed; styled emptiness far below costs nothing. */
const RANGE = `A1:${letterOf(LIMITS.columns + 3)}${LIMITS.rows + 100}`;
/** Merged cells written out, at most. */
const FILLS = 500_000;

const two = (n: number): string => String(n).padStart(2, '0');

/** Spreadsheets know no time zone; the library reads their days as UTC. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const day = `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
  return time === '00:00' ? day : `${day} ${time}`;
}

/** 12.0 is `12`; 0.1 + 0.2 is `0.3`; a telephone number is no power of ten. */
function numberText(value: number, format: string | undefined): string {
  const general = format === undefined || format === 'General' || format === '@';
  if (!general) return formatValue(value, format).trim();
  return Number.isInteger(value) ? BigInt(value).toString() : String(Number(value.toPrecision(11)));
}

function cellText(value: CellValue | undefined, cell: Cell | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') {
    return Number.isFinite(value) ? numberText(value, cell?.style?.numFmt) : '';
  }
  if (value instanceof Date) return dateText(value);
  return typeof value === 'boolean' ? String(value).toUpperCase() : '';
}

/**
 * A cell merged down stands for each of its rows. One merged across is a title or a note: written out it would
 * look like a row of the list, so it stays where it is.
 */
function fillDown(rows: string[][], merges: readonly MergeRange[]): Set<number> {
  const filled = new Set<number>();
  let steps = 0;
  for (const { startRow, endRow, startCol: column } of merges) {
    const text = rows[startRow]?.[column] ?? '';
    if (text.trim() === '') continue;
    for (let row = startRow + 1; row <= Math.min(endRow, rows.length - 1); row += 1) {
      const cells = rows[row];
      if (cells) cells[column] = text;
      filled.add(placeOf(row, column));
      steps += 1;
      if (steps > FILLS) throw new ImportFailure('broken');
    }
  }
  return filled;
}

function sheetTable({ name, rows, cells, merges }: Sheet): Table {
  const texts = rows.map((row, at) =>
    row.map((value, column) => cellText(value, cells?.get(`${at},${column}`))),
  );
  return tableOf(name, texts, fillDown(texts, merges ?? []));
}

/** What a zip is that is no workbook of the kind read here. */
function otherFormat(names: ReadonlySet<string>): string | null {
  if (names.has('xl/workbook.bin')) return '.xlsb';
  if (names.has('word/document.xml')) return 'Word';
  if (names.has('ppt/presentation.xml')) return 'PowerPoint';
  if (names.has('content.xml')) return 'OpenDocument';
  return names.has('[Content_Types].xml') ? null : 'ZIP';
}

const isOpen = ({ hidden, veryHidden }: { hidden?: boolean; veryHidden?: boolean }) => !hidden && !veryHidden;

/** Every sheet that can be seen, in the workbook's order. @throws ImportFailure */
export async function xlsxTables(bytes: Uint8Array): Promise<Table[]> {
  const format = otherFormat(new Set(checkZip(bytes)));
  if (format !== null) throw new ImportFailure('other-format', { format });
  let seen = 0;
  const { sheets } = await readXlsx(bytes, {
    readStyles: true,
    range: RANGE,
    sheets: (info) => {
      seen += 1;
      if (seen > LIMITS.sheets) throw new ImportFailure('too-many-sheets');
      return isOpen(info);
    },
  });
  return sheets.map(sheetTable);
}
