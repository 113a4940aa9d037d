/** What a bench is given, and what it answers. */
export interface BenchOptions {
  /** How often each figure is taken, or how many pairs of product and baseline; the median is told. */
  runs: number;
  say(line: string): void;
}

/** One figure, the product's beside the baseline's. `ratio` is the median of the pairs' ratios, where there are pairs. */
export interface Row {
  metric: string;
  product: number;
  baseline: number | null;
  ratio: number | null;
}

export interface Measured {
  /** The first is the one that the bench is named for. */
  rows: Row[];
  /** Figures that are over their budget, in words. */
  misses: string[];
}

export type Bench = (options: BenchOptions) => Promise<Measured>;

export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** @param part of 1: 0.99 is the figure that one in a hundred exceeds */
export const quantile = (figures: readonly number[], part: number): number =>
  [...figures].sort((a, b) => a - b)[Math.min(figures.length - 1, Math.floor(figures.length * part))] ?? NaN;

/** Rows of words and figures as columns; the first is left-aligned. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const text = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell)),
  );
  const widths = text[0]!.map((_, at) => Math.max(...text.map((row) => (row[at] ?? '').length)));
  return text
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[at]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
