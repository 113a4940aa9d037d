/** Which rows of a long list are looked at, and what its columns are. */

/** How many rows are shown at a time: each has four fields, and two thousand of them would make typing slow. */
export const PAGE = 100;

export interface Column<T> {
  key: keyof T & string;
  label: string;
  /** Longest text. */
  most: number;
  /** One of several, in place of free text. */
  options?: readonly { value: string; text: string }[];
  narrow?: boolean;
}

export interface Filters<T> {
  /** Ids that were looked for; null where nothing is. */
  found: ReadonlySet<string> | null;
  /** Rows that are shown all the same. */
  added: readonly string[];
  only?: (row: T) => boolean;
  /** Rows with a problem, from 1. */
  wrongRows?: ReadonlySet<number>;
}

/** The rows that pass, with their place in the whole list. */
export function shownRows<T extends { id: string }>(
  rows: readonly T[],
  { found, added, only, wrongRows }: Filters<T>,
): { row: T; at: number }[] {
  return rows
    .map((row, at) => ({ row, at }))
    .filter(
      ({ row, at }) =>
        added.includes(row.id) ||
        ((found?.has(row.id) ?? true) && (only?.(row) ?? true) && (wrongRows?.has(at + 1) ?? true)),
    );
}
