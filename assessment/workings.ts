/**
 * The count of one unit (S2–S9, B5) in exact fractions of hundredths: `score.ts` rounds it once, at its end,
 * and `scoring-steps.ts` tells it step by step. There is no second count.
 * Every function takes a sheet that `checkScoring` found nothing wrong with, and complete ballots (B1).
 */
import type { Points } from './decimal.ts';
import { add, compare, lcm, mul, of, sub, ZERO } from './rational.ts';
import type { Rational } from './rational.ts';
import { examinerCriteria, examinersFullMarks, fullMarks } from './sheet.ts';
import type { Criterion, Scoring } from './sheet.ts';
import { trimBallots } from './trim.ts';
import type { Dropped } from './trim.ts';
import type { CountedBallot, UnitCount } from './unit-count.ts';

/** Why a unit has no valid result (K2, B5). */
export type Invalid = 'absent' | 'nobody-eligible' | 'quorum' | 'no-ballots';

/** The sums of one category over the ballots that were kept, by examiner criterion, in hundredths. */
export interface Tally {
  id: string;
  weight: Points;
  ballots: readonly CountedBallot[];
  kept: number;
  sums: Map<string, Points>;
  dropped: Dropped | null;
}

/** Exact hundredths; all null without a valid result. */
export interface Workings {
  why: Invalid | null;
  tallies: Tally[];
  /** How many voices there were (B8). */
  votes: number;
  /** E of S6, before it is scaled by S7. */
  examiners: Rational | null;
  /** S8; null also where the sheet has no questioning criterion. */
  questioning: Rational | null;
  /** C of S7; null also where the sheet has no crowd criterion or the voices were too few. */
  crowd: Rational | null;
  /** S7: what E is multiplied by: 1 unless the crowd's part was left out. */
  scale: Rational;
  /** E · scale + C, before deductions. */
  judged: Rational | null;
  /** S9: what is left after deductions, never below 0; rounding this is the score. */
  left: Rational | null;
}

/** B5: the fewest counted ballots that reach the quorum of so many eligible examiners. */
export function quorumNeeded({ quorum }: Scoring, eligible: number): number {
  const product = quorum.of * eligible;
  const over = product % quorum.outOf;
  return (product - over) / quorum.outOf + (over > 0 ? 1 : 0);
}

/** The kept points of a category over some criteria, in hundredths. */
export const sumOver = (criteria: readonly Criterion[], { sums }: Tally): Points =>
  criteria.reduce((sum, { id }) => sum + (sums.get(id) as Points), 0);

/** S5, S8: the mean of what a category kept over some criteria; null where it has no ballot. */
export const meanOver = (criteria: readonly Criterion[], tally: Tally): Rational | null =>
  tally.kept > 0 && criteria.length > 0 ? of(sumOver(criteria, tally), tally.kept) : null;

/** S6: the categories whose weights are counted with. */
export const weighing = ({ empty }: Scoring, tallies: readonly Tally[]): readonly Tally[] =>
  empty === 'zero' ? tallies : tallies.filter(({ kept }) => kept > 0);

function talliesOf(scoring: Scoring, ballots: readonly CountedBallot[]): Tally[] {
  const groups = new Map<string, CountedBallot[]>(scoring.categories.map(({ id }) => [id, []]));
  for (const ballot of ballots) {
    const group = groups.get(ballot.category);
    if (!group) throw new RangeError(`no such category: ${ballot.category}`);
    group.push(ballot);
  }
  return scoring.categories.map(({ id, weight }) => {
    const group = groups.get(id) as CountedBallot[];
    return { id, weight, ballots: group, ...trimBallots(scoring, group) };
  });
}

/**
 * S6: Σ weight · mean ÷ Σ weight over the given criteria. One common denominator for all categories, so that
 * nothing is reduced before the end.
 */
export function weighted(
  scoring: Scoring,
  tallies: readonly Tally[],
  criteria: readonly Criterion[],
): Rational {
  const present = tallies.filter(({ kept }) => kept > 0);
  const common = present.reduce((product, { kept }) => lcm(product, BigInt(kept)), 1n);
  const sum = present.reduce((total, tally) => {
    const factor = BigInt(tally.weight) * (common / BigInt(tally.kept));
    return total + BigInt(sumOver(criteria, tally)) * factor;
  }, 0n);
  const weights = weighing(scoring, tallies).reduce((total, { weight }) => total + weight, 0);
  return of(sum, BigInt(weights) * common);
}

/** B5, K2: why there is no valid result, or null where there is one. */
function invalidity(scoring: Scoring, input: UnitCount): Invalid | null {
  const counted = input.ballots.length;
  if (input.absent) return 'absent';
  if (input.eligible <= 0) return 'nobody-eligible';
  if (counted < quorumNeeded(scoring, input.eligible)) return 'quorum';
  return counted === 0 ? 'no-ballots' : null;
}

/** Voices for a grade; an own property only, for a grade may be called like something objects inherit. */
export function votesFor(votes: UnitCount['votes'], id: string): number {
  return Object.prototype.hasOwnProperty.call(votes, id) ? (votes[id] as number) : 0;
}

/** S7: C, or null where it is left out. */
function crowdPart({ sheet, crowd }: Scoring, votes: UnitCount['votes'], count: number): Rational | null {
  const criterion = sheet.find(({ by }) => by === 'crowd');
  if (!crowd || !criterion || count === 0 || count < crowd.minimum) return null;
  const worth = crowd.grades.reduce((sum, grade) => sum + grade.worth * votesFor(votes, grade.id), 0);
  // Worths are in hundredths of 100, hence 10000 where the rule says 100.
  return mul(of(criterion.full), of(worth, 10_000 * count));
}

/** S9 */
function lessDeductions(judged: Rational, deductions: Points): Rational {
  const left = sub(judged, of(deductions));
  return compare(left, ZERO) < 0 ? ZERO : left;
}

/** Counts one unit; throws a RangeError for a ballot of an unknown category. */
export function workOut(scoring: Scoring, input: UnitCount): Workings {
  const why = invalidity(scoring, input);
  const valid = why === null;
  const all = examinerCriteria(scoring);
  const asked = all.filter(({ stage }) => stage === 'questioning');
  const tallies = talliesOf(scoring, input.absent ? [] : input.ballots);
  const votes = Object.keys(input.votes).reduce((sum, id) => sum + votesFor(input.votes, id), 0);
  const examiners = valid ? weighted(scoring, tallies, all) : null;
  const questioning = valid && asked.length > 0 ? weighted(scoring, tallies, asked) : null;
  const crowd = valid ? crowdPart(scoring, input.votes, votes) : null;
  const scale = crowd ? of(1) : of(fullMarks(scoring), examinersFullMarks(scoring));
  const judged = examiners && add(mul(examiners, scale), crowd ?? ZERO);
  const left = judged && lessDeductions(judged, input.deductions);
  return { why, tallies, votes, examiners, questioning, crowd, scale, judged, left };
}
