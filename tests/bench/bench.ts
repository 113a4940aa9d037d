/** What a bench is given, and what it answers: the figures that are over their budget, in words. */
export interface BenchOptions {
  /** How often each figure is taken; its median is told. */
  runs: number;
  say(line: string): void;
}

export type Bench = (options: BenchOptions) => Promise<string[]>;

export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

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
