/**
 * Product and baselines in turn, in one run, so that whatever else the machine does falls on all of them. The order is
 * turned round in each second pair. A ratio is taken within a pair; its median is told.
 */
import { median, table, type Row } from './bench.ts';

/** Figures of each way, in the order of the pairs. */
export type Figures<Way extends string> = Record<Way, number[]>;

/** @param step called before each measurement, for the line of progress */
export async function inTurn<Way extends string>(
  pairs: number,
  ways: Record<Way, () => Promise<number>>,
  step: (way: Way, pair: number) => void = () => undefined,
): Promise<Figures<Way>> {
  const names = Object.keys(ways) as Way[];
  const figures = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Figures<Way>;
  for (let pair = 0; pair < pairs; pair += 1)
    for (const way of pair % 2 === 0 ? names : [...names].reverse()) {
      step(way, pair);
      figures[way].push(await ways[way]());
    }
  return figures;
}

/** Three significant figures more than are meant, so that nobody reads more into them. */
export const rounded = (figure: number): number => Number(figure.toPrecision(4));

export const ratioOf = (product: readonly number[], baseline: readonly number[]): number =>
  rounded(median(product.map((figure, at) => figure / baseline[at]!)));

export const rowOf = (metric: string, product: readonly number[], baseline: readonly number[]): Row => ({
  metric,
  product: rounded(median(product)),
  baseline: rounded(median(baseline)),
  ratio: ratioOf(product, baseline),
});

/** The spread of each way beside its median, for the reader on the terminal. */
export const spread = (unit: string, figures: Record<string, readonly number[]>): string =>
  table([
    [unit, 'min', 'median', 'max', 'of'],
    ...Object.entries(figures).map(([way, all]) => [
      way,
      rounded(Math.min(...all)),
      rounded(median(all)),
      rounded(Math.max(...all)),
      all.length,
    ]),
  ]);
