/**
 * The score of one unit (S2–S10, B5): what `workings.ts` counted exactly, rounded once at the end.
 * Every function takes a sheet that `checkScoring` found nothing wrong with, and complete ballots (B1).
 */
import type { Points } from './decimal.ts';
import { levelOf } from './ranking.ts';
import { roundHalfUp } from './rational.ts';
import type { Rational } from './rational.ts';
import { examinerCriteria } from './sheet.ts';
import type { Criterion, Scoring } from './sheet.ts';
import type { Dropped } from './trim.ts';
import type { UnitCount } from './unit-count.ts';
import { meanOver, weighted, workOut } from './workings.ts';
import type { Invalid, Tally, Workings } from './workings.ts';

export type { CountedBallot, UnitCount } from './unit-count.ts';
export type { Invalid } from './workings.ts';

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

const rounded = (value: Rational | null): Points | null => (value ? roundHalfUp(value) : null);

function categoryScore(
  tally: Tally,
  valid: boolean,
  all: Criterion[],
  questioning: Criterion[],
): CategoryScore {
  const { id, ballots, kept, dropped } = tally;
  const exact = valid ? meanOver(all, tally) : null;
  const asked = valid ? meanOver(questioning, tally) : null;
  return {
    id,
    count: ballots.length,
    kept,
    dropped,
    mean: rounded(exact),
    exact,
    questioning: rounded(asked),
  };
}

/** Rounds what was counted (S10). */
export function scoreFrom(scoring: Scoring, { deductions }: UnitCount, workings: Workings): UnitScore {
  const { why, tallies, votes, examiners } = workings;
  const valid = why === null;
  const all = examinerCriteria(scoring);
  const asked = all.filter(({ stage }) => stage === 'questioning');
  const score = rounded(workings.left);
  const crowd = rounded(workings.crowd);
  const parts: UnitScore['parts'] = {};
  for (const criterion of scoring.sheet) {
    const part = valid && criterion.by !== 'crowd' ? weighted(scoring, tallies, [criterion]) : null;
    parts[criterion.id] = criterion.by === 'crowd' ? crowd : rounded(part);
  }
  return {
    valid,
    why,
    score,
    questioning: rounded(workings.questioning),
    crowd,
    level: levelOf(scoring, score),
    categories: tallies.map((tally) => categoryScore(tally, valid, all, asked)),
    parts,
    votes,
    examiners,
    empty: tallies.filter(({ ballots }) => ballots.length === 0).map(({ id }) => id),
    deductions,
  };
}

/** Scores one unit (S2–S10, B5, K3); throws a RangeError for a ballot of an unknown category. */
export function scoreUnit(scoring: Scoring, input: UnitCount): UnitScore {
  return scoreFrom(scoring, input, workOut(scoring, input));
}
