/** B7 · Ballots that look as if nobody had weighed anything: counted, and pointed out to the scrutineer. */
import { ballotsOf } from './ballots.ts';
import { perCount } from './count-kept.ts';
import { examinerCriteria, type Scores, type Scoring } from './sheet.ts';
import type { State } from './state.ts';

export interface Flags {
  /** Every criterion has full marks. */
  full: number;
  /** Every criterion has the same points, or the same part of its full marks. */
  equal: number;
}

export type Flag = keyof Flags;

/** What is odd about a ballot. One criterion alone is equal to nothing, so it is flagged only where it is full. */
function flagOf(scoring: Scoring, scores: Scores): Flag | null {
  const given = examinerCriteria(scoring).map(({ id, full }) => ({ full, points: scores[id] ?? 0 }));
  if (given.every(({ full, points }) => points === full)) return 'full';
  const [first, ...rest] = given;
  if (!first || rest.length === 0) return null;
  const samePoints = rest.every(({ points }) => points === first.points);
  // a ÷ b = c ÷ d without a fraction
  const samePart = rest.every(({ full, points }) => points * first.full === first.points * full);
  return samePoints || samePart ? 'equal' : null;
}

/** A ballot that is flagged, by its receipt: with a pass beside it the flag would tell what the bearer gave (V1). */
export interface Flagged {
  receipt: string;
  flag: Flag;
}

/** The flagged ballots among a unit's counted ones, in the order of their receipts: it tells nothing of who came when. */
export const flaggedOf: (state: State, unit: string) => readonly Flagged[] = perCount((state, unit) => {
  const found = ballotsOf(state, unit).flatMap(({ status, scores, receipt }): Flagged[] => {
    const flag = status === 'counted' ? flagOf(state.scoring, scores) : null;
    return flag ? [{ receipt, flag }] : [];
  });
  return found.sort((a, b) => (a.receipt < b.receipt ? -1 : 1));
});

/** How many of a unit's counted ballots are flagged: numbers only, for nobody sees another's ballot (V1). */
export function flagsOf(state: State, unit: string): Flags {
  const flags: Flags = { full: 0, equal: 0 };
  for (const { flag } of flaggedOf(state, unit)) flags[flag] += 1;
  return flags;
}
