/**
 * How the totals of a unit's counted ballots are spread, in bins that single nobody out (decision 0017): no bin that has
 * a ballot has fewer than three, none names a category, and the outer two are open.
 */
import type { Points } from './decimal.ts';
import { examinersFullMarks, totalOf, type Scoring } from './sheet.ts';
import type { UnitScore } from './score.ts';
import type { CountedBallot } from './unit-count.ts';

/** Ballots whose total is from `from` (hundredths) up to, and without, `to`; the last bin with it. */
export interface Bin {
  from: Points;
  to: Points;
  kept: number;
  /** S4: whole ballots that the trim left out. */
  dropped: number;
}

/** Fewest ballots that make a picture, and fewest that make a bin. */
export const SPREAD_FROM = 10;
export const BIN_FROM = 3;
const FEWEST_BINS = 3;
const MOST_BINS = 12;
/** One point, two, five …: a bin begins and ends on a figure that can be read aloud. */
const WIDTHS: readonly Points[] = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];

const sizeOf = ({ kept, dropped }: Bin): number => kept + dropped;
const joined = (a: Bin, b: Bin): Bin => ({
  from: a.from,
  to: b.to,
  kept: a.kept + b.kept,
  dropped: a.dropped + b.dropped,
});

/** S4: the receipts of whole ballots that the trim left out; none where each criterion was trimmed by itself. */
function droppedOf(score: UnitScore): Set<string> {
  const ends = score.categories.flatMap(({ dropped }) => (dropped?.of === 'total' ? [dropped] : []));
  return new Set(ends.flatMap(({ low, high }) => [...low, ...high]));
}

/** What the outer bins lack is taken from their neighbours. */
function gathered(bins: readonly Bin[]): Bin[] {
  const left = [...bins];
  const short = (bin: Bin | undefined) => bin !== undefined && sizeOf(bin) < BIN_FROM;
  while (left.length > 1 && short(left[0])) left.splice(0, 2, joined(left[0] as Bin, left[1] as Bin));
  while (left.length > 1 && short(left[left.length - 1]))
    left.splice(-2, 2, joined(left[left.length - 2] as Bin, left[left.length - 1] as Bin));
  return left;
}

interface Total {
  total: Points;
  dropped: boolean;
}

function binned(totals: readonly Total[], width: Points, full: Points): Bin[] | null {
  const bins = Array.from({ length: Math.ceil(full / width) }, (_, at): Bin => {
    return { from: at * width, to: Math.min(full, (at + 1) * width), kept: 0, dropped: 0 };
  });
  for (const { total, dropped } of totals) {
    const bin = bins[Math.min(bins.length - 1, Math.floor(total / width))];
    if (bin) bin[dropped ? 'dropped' : 'kept'] += 1;
  }
  const shown = gathered(bins);
  const told = shown.every((bin) => sizeOf(bin) === 0 || sizeOf(bin) >= BIN_FROM);
  return told && shown.length >= FEWEST_BINS && shown.length <= MOST_BINS ? shown : null;
}

/** Null where the ballots are too few, or where no bins are wide enough to single nobody out and still tell something. */
export function spreadOf(
  scoring: Scoring,
  ballots: readonly CountedBallot[],
  score: UnitScore,
): Bin[] | null {
  if (ballots.length < SPREAD_FROM) return null;
  const gone = droppedOf(score);
  const totals = ballots.map(({ receipt, scores }) => {
    return { total: totalOf(scoring, scores), dropped: gone.has(receipt) };
  });
  const full = examinersFullMarks(scoring);
  for (const width of WIDTHS) {
    if (full / width > 200) continue;
    const bins = binned(totals, width, full);
    if (bins) return bins;
  }
  return null;
}
