/**
 * How one unit's score came about, step by step (S2–S10, B5, K3), as figures without words: for the try-out of a
 * sheet and for whoever recounts a bundle. It tells what `workings.ts` counted and counts nothing itself.
 * Points are hundredths; fractions of them are exact.
 */
import type { Points } from './decimal.ts';
import { compare, mul, of, sub, ZERO } from './rational.ts';
import type { Rational } from './rational.ts';
import { scoreFrom } from './score.ts';
import type { UnitScore } from './score.ts';
import { examinerCriteria, questioningOf, totalOf } from './sheet.ts';
import type { Level, Scoring } from './sheet.ts';
import { inOrder } from './trim.ts';
import type { Ends } from './trim.ts';
import type { CountedBallot, UnitCount } from './unit-count.ts';
import { meanOver, quorumNeeded, sumOver, votesFor, weighing, workOut } from './workings.ts';
import type { Tally, Workings } from './workings.ts';

/** One ballot where it stands in the order (S4). `by` is what it was ordered by, most important first. */
export interface BallotStep {
  receipt: string;
  points: Points;
  by: Points[];
  dropped: 'low' | 'high' | null;
}

/** A category's ballots by total (`criterion` null) or, trimmed by criterion, by one criterion; lowest first. */
export interface OrderStep {
  criterion: string | null;
  ballots: BallotStep[];
  /** What was kept, summed. */
  sum: Points;
}

export interface CategoryStep {
  id: string;
  weight: Points;
  count: number;
  kept: number;
  /** S4: why nothing was dropped, or that something was. */
  trim: 'none' | 'too-few' | 'dropped';
  orders: OrderStep[];
  /** S5 before the division: the kept points of all criteria. */
  sum: Points;
  /** S5; null without ballots or without a valid result. */
  mean: Rational | null;
  /** S6: this category's part of all weights counted with; null where it is left out. */
  share: Rational | null;
  /** S6: share · mean; an empty category counted as zero gives 0. */
  part: Rational | null;
  /** S8 */
  questioning: Rational | null;
}

/** S7 */
export interface CrowdStep {
  criterion: string;
  full: Points;
  minimum: number;
  votes: number;
  grades: { id: string; worth: Points; votes: number }[];
  /** False where the voices were too few. */
  counted: boolean;
}

export interface ScoringSteps {
  /** B5 */
  quorum: { counted: number; eligible: number; needed: number; reached: boolean };
  categories: CategoryStep[];
  /** S6: the weights counted with, in hundredths. */
  weights: Points;
  crowd: CrowdStep | null;
  /** The exact figures between the steps. */
  workings: Workings;
  /** S9: more was deducted than there was. */
  floored: boolean;
  /** S10 before and after rounding: `workings.left` and this. */
  score: UnitScore;
  /** K3: the level that was reached. */
  level: Level | null;
}

function orderStep(scoring: Scoring, tally: Tally, criterion: string | null, ends: Ends | null): OrderStep {
  const pointsOf = ({ scores }: CountedBallot): Points =>
    criterion === null ? totalOf(scoring, scores) : (scores[criterion] as Points);
  const droppedOf = ({ receipt }: CountedBallot): BallotStep['dropped'] =>
    ends?.low.includes(receipt) ? 'low' : ends?.high.includes(receipt) ? 'high' : null;
  const ballots = inOrder(scoring, tally.ballots, criterion).map((ballot): BallotStep => {
    const points = pointsOf(ballot);
    const by = criterion === null ? [points, questioningOf(scoring, ballot.scores)] : [points];
    return { receipt: ballot.receipt, points, by, dropped: droppedOf(ballot) };
  });
  const criteria = examinerCriteria(scoring).filter(({ id }) => criterion === null || id === criterion);
  return { criterion, ballots, sum: sumOver(criteria, tally) };
}

function ordersOf(scoring: Scoring, tally: Tally): OrderStep[] {
  const { dropped } = tally;
  if (dropped?.of !== 'criterion') return [orderStep(scoring, tally, null, dropped)];
  return examinerCriteria(scoring).map(({ id }) =>
    orderStep(scoring, tally, id, dropped.criteria[id] ?? null),
  );
}

function categoryStep(scoring: Scoring, tally: Tally, weights: Points, counts: boolean): CategoryStep {
  const all = examinerCriteria(scoring);
  const asked = all.filter(({ stage }) => stage === 'questioning');
  const { id, weight, ballots, kept, dropped } = tally;
  const weighs = scoring.empty === 'zero' || kept > 0;
  const share = weighs && weights > 0 ? of(weight, weights) : null;
  const mean = counts ? meanOver(all, tally) : null;
  const idle = scoring.trim === null || scoring.trim.drop === 0;
  return {
    id,
    weight,
    count: ballots.length,
    kept,
    trim: dropped ? 'dropped' : idle ? 'none' : 'too-few',
    orders: ordersOf(scoring, tally),
    sum: sumOver(all, tally),
    mean,
    share,
    part: counts && share ? mul(share, mean ?? ZERO) : null,
    questioning: counts ? meanOver(asked, tally) : null,
  };
}

function crowdStep({ sheet, crowd }: Scoring, input: UnitCount, workings: Workings): CrowdStep | null {
  const criterion = sheet.find(({ by }) => by === 'crowd');
  if (!crowd || !criterion) return null;
  const grades = crowd.grades.map(({ id, worth }) => ({ id, worth, votes: votesFor(input.votes, id) }));
  const { id, full } = criterion;
  const counted = workings.crowd !== null;
  return { criterion: id, full, minimum: crowd.minimum, votes: workings.votes, grades, counted };
}

/**
 * Explains one unit's score; `score` is what `scoreUnit` says of the same count. Takes a sheet that `checkScoring`
 * found nothing wrong with, and complete ballots (B1); throws a RangeError for a ballot of an unknown category.
 */
export function scoringSteps(scoring: Scoring, input: UnitCount): ScoringSteps {
  const workings = workOut(scoring, input);
  const { tallies, why, judged } = workings;
  const weights = weighing(scoring, tallies).reduce((sum, { weight }) => sum + weight, 0);
  const score = scoreFrom(scoring, input, workings);
  const counted = input.absent ? 0 : input.ballots.length;
  const needed = quorumNeeded(scoring, input.eligible);
  return {
    quorum: { counted, eligible: input.eligible, needed, reached: counted > 0 && counted >= needed },
    categories: tallies.map((tally) => categoryStep(scoring, tally, weights, why === null)),
    weights,
    crowd: crowdStep(scoring, input, workings),
    workings,
    floored: judged !== null && compare(sub(judged, of(input.deductions)), ZERO) < 0,
    score,
    level: scoring.levels.find(({ from }) => score.score !== null && score.score >= from) ?? null,
  };
}
