/** What a spreadsheet puts on the clipboard: rows of tab-separated cells, quoted where a cell holds a line break. */

export interface PasteProblem {
  /** As a person counts: the first pasted line is 1. */
  row: number;
  column: string;
  code: 'empty' | 'unknown' | 'too-long' | 'twice';
  value: string;
}

/** One column of a pasted table: its key and the headings by which it is known. */
export interface Column {
  key: string;
  headings: readonly string[];
  required?: boolean;
  most: number;
}

export interface Pasted {
  rows: { row: number; cells: Record<string, string> }[];
  problems: PasteProblem[];
}

function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y;
  const clean = text.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, '');
  while (cell.lastIndex < clean.length) {
    const match = cell.exec(clean);
    if (!match) break;
    const value = match[1]?.replace(/""/g, '"') ?? match[2] ?? '';
    rows[rows.length - 1]?.push(value.replace(/\s+/g, ' ').trim());
    if (match[3] === '\n') rows.push([]);
  }
  return rows;
}

/** Columns in the order of the heading line, where the first line is one; in the given order otherwise. */
function order(first: readonly string[], columns: readonly Column[]): (Column | undefined)[] | null {
  const found = first.map((cell) => columns.find((one) => one.headings.includes(cell)));
  return found.some((one) => one !== undefined) ? found : null;
}

export function readPaste(text: string, columns: readonly Column[]): Pasted {
  const lines = cellsOf(text);
  const headed = order(lines[0] ?? [], columns);
  const places = headed ?? columns;
  const pasted: Pasted = { rows: [], problems: [] };
  lines.forEach((line, at) => {
    if ((headed && at === 0) || line.every((cell) => cell === '')) return;
    const cells: Record<string, string> = Object.fromEntries(columns.map(({ key }) => [key, '']));
    places.forEach((column, place) => {
      if (column) cells[column.key] = line[place] ?? '';
    });
    for (const { key, required, most } of columns) {
      const value = cells[key] ?? '';
      if (required && value === '') pasted.problems.push({ row: at + 1, column: key, code: 'empty', value });
      if (value.length > most) pasted.problems.push({ row: at + 1, column: key, code: 'too-long', value });
    }
    pasted.rows.push({ row: at + 1, cells });
  });
  return pasted;
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
