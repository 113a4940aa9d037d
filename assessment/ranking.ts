/** Who came where (K), from scores that are rounded already. */
import type { Points } from './decimal.ts';
import type { UnitScore } from './score.ts';
import type { Scoring } from './sheet.ts';

/** A unit with its rank; null where it has no valid result (K2). */
export interface Ranked {
  unit: string;
  rank: number | null;
  score: UnitScore;
}

/** K3: the name of the highest level whose threshold a score (hundredths) reaches; null below all of them. */
export function levelOf(scoring: Scoring, score: Points | null): string | null {
  if (score === null) return null;
  return scoring.levels.find(({ from }) => score >= from)?.name ?? null;
}

/** What a unit is ranked by, most important first; a part that is missing counts as lowest (K1). */
function keysOf({ tieBreak }: Scoring, score: UnitScore): number[] {
  return [score.score ?? -1, ...tieBreak.map((part) => score[part] ?? -1)];
}

/** Negative where a comes before b. */
function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((key, i) => key !== b[i]);
  return at < 0 ? 0 : (b[at] as number) - (a[at] as number);
}

/**
 * Ranks units by rounded score, then by the sheet's tie-breaks; equals share a rank and the next ranks are
 * skipped (K1). Comes back by rank, equals in the order given; units without a valid result last (K2).
 */
export function rankUnits(scoring: Scoring, units: readonly { unit: string; score: UnitScore }[]): Ranked[] {
  const valid = units.filter(({ score }) => score.score !== null);
  const keyed = valid.map(({ unit, score }) => ({ unit, score, keys: keysOf(scoring, score) }));
  keyed.sort((a, b) => compareKeys(a.keys, b.keys));
  let rank = 0;
  const ranked = keyed.map(({ unit, score, keys }, at): Ranked => {
    const before = keyed[at - 1];
    if (!before || compareKeys(before.keys, keys) !== 0) rank = at + 1;
    return { unit, rank, score };
  });
  const rest = units.filter(({ score }) => score.score === null);
  return [...ranked, ...rest.map(({ unit, score }): Ranked => ({ unit, rank: null, score }))];
}
