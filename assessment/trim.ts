/** Dropping the highest and the lowest of a category (S4), and the sums of what is left (S5). */
import type { Points } from './decimal.ts';
import { examinerCriteria, questioningOf, totalOf } from './sheet.ts';
import type { Scoring } from './sheet.ts';
import type { CountedBallot } from './unit-count.ts';

/** Receipts of what was dropped at either end, lowest first. */
export interface Ends {
  low: string[];
  high: string[];
}

/** S4: whole ballots, or each criterion's own ends. */
export type Dropped = ({ of: 'total' } & Ends) | { of: 'criterion'; criteria: Record<string, Ends> };

/** `kept` ballots a criterion, their sums by criterion in hundredths, and what went. */
export interface Trimmed {
  kept: number;
  sums: Map<string, Points>;
  dropped: Dropped | null;
}

/** A ballot with the numbers that it is ordered by, most important first. */
interface Keyed {
  ballot: CountedBallot;
  keys: readonly Points[];
}

/** Lowest first; the receipt settles what is left, so that the order in which ballots came never matters. */
function byKeys(a: Keyed, b: Keyed): number {
  const at = a.keys.findIndex((key, i) => key !== b.keys[i]);
  if (at >= 0) return (a.keys[at] as Points) - (b.keys[at] as Points);
  return a.ballot.receipt < b.ballot.receipt ? -1 : a.ballot.receipt > b.ballot.receipt ? 1 : 0;
}

/** S4: ballots by total and then by their questioning criteria, or by one criterion alone; lowest first. */
export function inOrder(
  scoring: Scoring,
  ballots: readonly CountedBallot[],
  criterion: string | null,
): CountedBallot[] {
  const keysOf = ({ scores }: CountedBallot): Points[] =>
    criterion === null
      ? [totalOf(scoring, scores), questioningOf(scoring, scores)]
      : [scores[criterion] as Points];
  const keyed = ballots.map((ballot) => ({ ballot, keys: keysOf(ballot) }));
  return keyed.sort(byKeys).map(({ ballot }) => ballot);
}

/** Takes `drop` away at either end of what is in order. */
function cut(ordered: readonly CountedBallot[], drop: number): { left: CountedBallot[]; ends: Ends } {
  const last = ordered.length - drop;
  const receipts = (part: readonly CountedBallot[]): string[] => part.map(({ receipt }) => receipt);
  return {
    left: ordered.slice(drop, last),
    ends: { low: receipts(ordered.slice(0, drop)), high: receipts(ordered.slice(last)) },
  };
}

function sumOf(ballots: readonly CountedBallot[], criterion: string): Points {
  return ballots.reduce((sum, { scores }) => sum + (scores[criterion] as Points), 0);
}

/** Trims one category's ballots as the sheet says (S4) and sums the rest by criterion (S5), in hundredths. */
export function trimBallots(scoring: Scoring, ballots: readonly CountedBallot[]): Trimmed {
  const { trim } = scoring;
  const ids = examinerCriteria(scoring).map(({ id }) => id);
  const sumsOf = (left: readonly CountedBallot[]) => new Map(ids.map((id) => [id, sumOf(left, id)]));
  if (!trim || trim.drop === 0 || ballots.length < trim.from) {
    return { kept: ballots.length, sums: sumsOf(ballots), dropped: null };
  }
  const kept = ballots.length - 2 * trim.drop;
  if (trim.of === 'total') {
    const { left, ends } = cut(inOrder(scoring, ballots, null), trim.drop);
    return { kept, sums: sumsOf(left), dropped: { of: 'total', ...ends } };
  }
  const sums = new Map<string, Points>();
  const criteria: Record<string, Ends> = {};
  for (const id of ids) {
    const { left, ends } = cut(inOrder(scoring, ballots, id), trim.drop);
    sums.set(id, sumOf(left, id));
    criteria[id] = ends;
  }
  return { kept, sums, dropped: { of: 'criterion', criteria } };
}
