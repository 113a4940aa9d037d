/**
 * The score of one unit (S2–S10, B5), in exact fractions of hundredths and rounded once at the end.
 * Every function takes a sheet that `checkScoring` found nothing wrong with, and complete ballots (B1).
 */
import type { Points } from './decimal.ts';
import { levelOf } from './ranking.ts';
import { add, compare, lcm, mul, of, roundHalfUp, sub, ZERO } from './rational.ts';
import type { Rational } from './rational.ts';
import { examinerCriteria, examinersFullMarks, fullMarks } from './sheet.ts';
import type { Criterion, Scores, Scoring } from './sheet.ts';
import { trimBallots } from './trim.ts';
import type { Dropped } from './trim.ts';

/** A ballot that counts; void and late ones never get here (S3). */
export interface CountedBallot {
  receipt: string;
  category: string;
  scores: Scores;
}

/** Everything that one unit's score is made of. */
export interface UnitCount {
  absent: boolean;
  ballots: readonly CountedBallot[];
  /** Voices by grade id (B8). */
  votes: Readonly<Record<string, number>>;
  /** The sum of the deductions, in hundredths (S9). */
  deductions: Points;
  /** How many examiners could have scored (B5). */
  eligible: number;
}

/** One category of a unit. The means are null without ballots, and wherever the unit has no valid result. */
export interface CategoryScore {
  id: string;
  /** Ballots counted, and those kept by the trim (S4). */
  count: number;
  kept: number;
  /** Null where nothing was trimmed. */
  dropped: Dropped | null;
  /** S5 in hundredths, rounded for display. */
  mean: Points | null;
  /** S5 in exact hundredths. */
  exact: Rational | null;
  /** S8 in hundredths, rounded for display; null also where the sheet has no questioning criterion. */
  questioning: Points | null;
}

/** Why a unit has no valid result (K2, B5). */
export type Invalid = 'absent' | 'nobody-eligible' | 'quorum' | 'no-ballots';

/** A unit's result; `examiners` and `categories[].exact` are BigInt fractions, which JSON cannot carry. */
export interface UnitScore {
  valid: boolean;
  why: Invalid | null;
  /** S10, in hundredths; null without a valid result. */
  score: Points | null;
  questioning: Points | null;
  /** C of S7; null where the sheet has no crowd criterion or the voices were too few. */
  crowd: Points | null;
  level: string | null;
  categories: CategoryScore[];
  /** By criterion the weighted mean in hundredths, rounded for display; the crowd's is C. */
  parts: Record<string, Points | null>;
  /** How many voices there were. */
  votes: number;
  /** E of S6 in exact hundredths, before it is scaled by S7. */
  examiners: Rational | null;
  /** The categories without a ballot, which the result page names (S6). */
  empty: string[];
  deductions: Points;
}

/** The sums of one category over the ballots that were kept, by examiner criterion, in hundredths. */
interface Tally {
  id: string;
  weight: Points;
  count: number;
  kept: number;
  sums: Map<string, Points>;
  dropped: Dropped | null;
}

const share = (criteria: readonly Criterion[], { sums }: Tally): Points =>
  criteria.reduce((sum, { id }) => sum + (sums.get(id) as Points), 0);

function talliesOf(scoring: Scoring, ballots: readonly CountedBallot[]): Tally[] {
  const groups = new Map<string, CountedBallot[]>(scoring.categories.map(({ id }) => [id, []]));
  for (const ballot of ballots) {
    const group = groups.get(ballot.category);
    if (!group) throw new RangeError(`no such category: ${ballot.category}`);
    group.push(ballot);
  }
  return scoring.categories.map(({ id, weight }) => {
    const group = groups.get(id) as CountedBallot[];
    return { id, weight, count: group.length, ...trimBallots(scoring, group) };
  });
}

/**
 * S6: Σ weight · mean ÷ Σ weight over the given criteria. One common denominator for all categories, so that
 * nothing is reduced before the end.
 */
function weighted(scoring: Scoring, tallies: readonly Tally[], criteria: readonly Criterion[]): Rational {
  const present = tallies.filter(({ kept }) => kept > 0);
  const common = present.reduce((product, { kept }) => lcm(product, BigInt(kept)), 1n);
  const sum = present.reduce((total, tally) => {
    const factor = BigInt(tally.weight) * (common / BigInt(tally.kept));
    return total + BigInt(share(criteria, tally)) * factor;
  }, 0n);
  const weighing = scoring.empty === 'zero' ? tallies : present;
  const weights = weighing.reduce((total, { weight }) => total + weight, 0);
  return of(sum, BigInt(weights) * common);
}

/** B5, K2: why there is no valid result, or null where there is one. */
function invalidity({ quorum }: Scoring, input: UnitCount): Invalid | null {
  const counted = input.ballots.length;
  if (input.absent) return 'absent';
  if (input.eligible <= 0) return 'nobody-eligible';
  if (counted * quorum.outOf < quorum.of * input.eligible) return 'quorum';
  return counted === 0 ? 'no-ballots' : null;
}

/** Voices for a grade; an own property only, for a grade may be called like something objects inherit. */
function votesFor(votes: UnitCount['votes'], id: string): number {
  return Object.prototype.hasOwnProperty.call(votes, id) ? (votes[id] as number) : 0;
}

/** S7: C in exact hundredths, or null where it is left out. */
function crowdPart({ sheet, crowd }: Scoring, votes: UnitCount['votes'], count: number): Rational | null {
  const criterion = sheet.find(({ by }) => by === 'crowd');
  if (!crowd || !criterion || count === 0 || count < crowd.minimum) return null;
  const worth = crowd.grades.reduce((sum, grade) => sum + grade.worth * votesFor(votes, grade.id), 0);
  // Worths are in hundredths of 100, hence 10000 where the rule says 100.
  return mul(of(criterion.full), of(worth, 10_000 * count));
}

function categoryScore(
  tally: Tally,
  valid: boolean,
  all: Criterion[],
  questioning: Criterion[],
): CategoryScore {
  const { id, count, kept, dropped } = tally;
  const mean = (criteria: Criterion[]): Rational | null =>
    valid && kept > 0 && criteria.length > 0 ? of(share(criteria, tally), kept) : null;
  const exact = mean(all);
  return { id, count, kept, dropped, mean: rounded(exact), exact, questioning: rounded(mean(questioning)) };
}

const rounded = (value: Rational | null): Points | null => (value ? roundHalfUp(value) : null);

/** S7, S9: E, scaled up where the crowd's part is left out, plus C, less the deductions, never below 0. */
function finalScore(scoring: Scoring, e: Rational, c: Rational | null, deductions: Points): Points {
  const judged = c ? add(e, c) : mul(e, of(fullMarks(scoring), examinersFullMarks(scoring)));
  const left = sub(judged, of(deductions));
  return compare(left, ZERO) < 0 ? 0 : roundHalfUp(left);
}

/** Scores one unit (S2–S10, B5, K3); throws a RangeError for a ballot of an unknown category. */
export function scoreUnit(scoring: Scoring, input: UnitCount): UnitScore {
  const why = invalidity(scoring, input);
  const valid = why === null;
  const all = examinerCriteria(scoring);
  const asked = all.filter(({ stage }) => stage === 'questioning');
  const tallies = talliesOf(scoring, input.absent ? [] : input.ballots);
  const votes = Object.keys(input.votes).reduce((sum, id) => sum + votesFor(input.votes, id), 0);
  const over = (criteria: Criterion[]): Rational | null =>
    valid && criteria.length > 0 ? weighted(scoring, tallies, criteria) : null;
  const examiners = over(all);
  const c = valid ? crowdPart(scoring, input.votes, votes) : null;
  const crowd = rounded(c);
  const score = examiners && finalScore(scoring, examiners, c, input.deductions);
  const parts: UnitScore['parts'] = {};
  for (const criterion of scoring.sheet) {
    parts[criterion.id] = criterion.by === 'crowd' ? crowd : rounded(over([criterion]));
  }
  const categories = tallies.map((tally) => categoryScore(tally, valid, all, asked));
  const empty = tallies.filter(({ count }) => count === 0).map(({ id }) => id);
  const level = levelOf(scoring, score);
  const questioning = rounded(over(asked));
  const { deductions } = input;
  return {
    valid,
    why,
    score,
    questioning,
    crowd,
    level,
    categories,
    parts,
    votes,
    examiners,
    empty,
    deductions,
  };
}
