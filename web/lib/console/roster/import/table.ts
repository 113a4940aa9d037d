/** A sheet as a person sees it: text in every cell, rows and columns counted from 0. */
import { ImportFailure, LIMITS } from './failure.ts';

export interface Table {
  name: string;
  /** Of one length each; no empty rows or columns behind the last text. */
  rows: string[][];
  /** Cells that got their text from the merged cell above them, as `placeOf` numbers them. */
  filled: ReadonlySet<number>;
}

export const placeOf = (row: number, column: number): number => row * 1000 + column;

/** `A`, `Z`, `AA`: a column as a spreadsheet names it. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

const widthOf = (row: readonly string[]): number => {
  let width = row.length;
  while (width > 0 && !/\S/.test(row[width - 1] ?? '')) width -= 1;
  return width;
};

/**
 * A table without the emptiness around it.
 * @throws ImportFailure where it is larger than a roster can be
 */
export function tableOf(name: string, rows: readonly string[][], filled = new Set<number>()): Table {
  let width = 0;
  let height = 0;
  rows.forEach((row, at) => {
    const own = widthOf(row);
    if (own > 0) height = at + 1;
    if (own > LIMITS.columns) throw new ImportFailure('too-many-columns', { sheet: name, row: at + 1 });
    width = Math.max(width, own);
    const column = row.findIndex((cell) => cell.length > LIMITS.cell);
    if (column >= 0) throw new ImportFailure('cell-too-long', { sheet: name, row: at + 1, column });
  });
  if (height > LIMITS.rows) throw new ImportFailure('too-many-rows', { sheet: name });
  const square = rows
    .slice(0, height)
    .map((row) => Array.from({ length: width }, (_none, column) => row[column] ?? ''));
  return { name, rows: square, filled };
}
