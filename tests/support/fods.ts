/** Reads the flat OpenDocument sheets that LibreOffice writes: every cell with its type, its value and its formula. */
import { unescape } from './xml.ts';

export interface OfficeCell {
  type: 'float' | 'string' | 'date' | 'other';
  value: string | number;
  formula?: string;
}

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescape(found);
};

/** Blanks that XML would lose stand as elements. */
const lineOf = (xml: string): string =>
  unescape(
    xml
      .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_all, count?: string) => ' '.repeat(Number(count ?? 1)))
      .replace(/<text:tab\/>/g, '\t')
      .replace(/<text:line-break\/>/g, '\n')
      .replace(/<[^>]*>/g, ''),
  );

function cellOf(tag: string, inner: string): OfficeCell | null {
  const type = attribute(tag, 'office:value-type');
  const formula = attribute(tag, 'table:formula');
  if (type === undefined && formula === undefined) return null;
  const more = formula === undefined ? {} : { formula };
  if (type === 'float') return { type, value: Number(attribute(tag, 'office:value')), ...more };
  if (type === 'date') return { type, value: attribute(tag, 'office:date-value') ?? '', ...more };
  const lines = [...inner.matchAll(/<text:p(?: [^>]*)?(?:\/>|>([\s\S]*?)<\/text:p>)/g)];
  const value = lines.map(([, line = '']) => lineOf(line)).join('\n');
  return { type: type === 'string' ? type : 'other', value, ...more };
}

const CELL =
  /<table:(?:covered-)?table-cell((?: [^>]*?)?)(?:\/>|>([\s\S]*?)<\/table:(?:covered-)?table-cell>)/g;

function cellsOf(row: string): (OfficeCell | null)[] {
  return [...row.matchAll(CELL)].flatMap(([, tag = '', inner = '']) => {
    const times = Number(attribute(tag, 'table:number-columns-repeated') ?? 1);
    return Array<OfficeCell | null>(Math.min(times, 64)).fill(cellOf(tag, inner));
  });
}

/** Sheet name → its rows; what is repeated at the end of a row or a sheet is cut off. */
export function readFods(file: Uint8Array): Map<string, (OfficeCell | null)[][]> {
  const xml = Buffer.from(file).toString('utf8');
  const tables = [...xml.matchAll(/<table:table ([^>]*)>([\s\S]*?)<\/table:table>/g)];
  return new Map(
    tables.map(([, tag = '', inner = '']) => {
      const rows = [...inner.matchAll(/<table:table-row((?: [^>]*?)?)>([\s\S]*?)<\/table:table-row>/g)];
      const read = rows.flatMap(([, row = '', cells = '']) => {
        const times = Number(attribute(row, 'table:number-rows-repeated') ?? 1);
        return Array<(OfficeCell | null)[]>(Math.min(times, 64)).fill(cellsOf(cells));
      });
      return [attribute(tag, 'table:name') ?? '', read];
    }),
  );
}

/** The values of the table whose head stands in this row (from 0), until the first empty row. */
export function officeTable(rows: readonly (OfficeCell | null)[][], head = 3): (string | number | null)[][] {
  const width = (rows[head] ?? []).findIndex((cell) => cell === null);
  const table = rows.slice(head).map((row) => row.slice(0, width).map((cell) => cell?.value ?? null));
  const end = table.findIndex((row) => row.every((value) => value === null));
  return end < 0 ? table : table.slice(0, end);
}
