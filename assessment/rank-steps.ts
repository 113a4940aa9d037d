/** How a unit came by its rank (K1): who is above it, and what told it from units of the same score. */
import type { Points } from './decimal.ts';
import type { Ranked } from './ranking.ts';
import type { Scoring } from './sheet.ts';

/** Another unit of the same score. Hundredths; null where a part is missing, which counts as lowest. */
export interface TieStep {
  unit: string;
  /** What told them apart; null where nothing did and the rank is shared. */
  by: Scoring['tieBreak'][number] | null;
  own: Points | null;
  others: Points | null;
  /** Whether the unit that is asked for comes first. */
  ahead: boolean;
}

export interface RankSteps {
  rank: number;
  /** Units with a higher score. */
  above: number;
  ties: TieStep[];
}

function tieStep({ tieBreak }: Scoring, one: Ranked, other: Ranked): TieStep {
  const by = tieBreak.find((part) => (one.score[part] ?? -1) !== (other.score[part] ?? -1)) ?? null;
  const own = by && one.score[by];
  const others = by && other.score[by];
  return { unit: other.unit, by, own, others, ahead: (own ?? -1) > (others ?? -1) };
}

/** @returns null without a rank (K2). @param ranked all units, as `rankUnits` gives them */
export function rankSteps(scoring: Scoring, ranked: readonly Ranked[], unit: string): RankSteps | null {
  const one = ranked.find((each) => each.unit === unit);
  const score = one?.score.score ?? null;
  if (!one || one.rank === null || score === null) return null;
  const others = ranked.filter((each) => each !== one && each.score.score !== null);
  const ties = others.filter((each) => each.score.score === score);
  return {
    rank: one.rank,
    above: others.filter((each) => (each.score.score ?? -1) > score).length,
    ties: ties.map((other) => tieStep(scoring, one, other)),
  };
}
