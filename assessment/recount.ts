/** Counting again from the bundle alone (X1, X2), and telling where what was published differs. */
import { appealDifferences } from './bundle-appeal.ts';
import { pointsOf, scoresOf, scoringOf } from './bundle.ts';
import type { Bundle } from './bundle.ts';
import { formatScore } from './decimal.ts';
import type { Points } from './decimal.ts';
import { commitmentOf, draw } from './lots.ts';
import { rankUnits } from './ranking.ts';
import type { Ranked } from './ranking.ts';
import { scoreUnit } from './score.ts';
import type { CountedBallot, UnitCount } from './score.ts';

type Result = Bundle['results'][number];
type Value = string | number | null;

/** What was published and what the recount finds instead. `path` names units by id: `results.A.score`. */
export interface Difference {
  path: string;
  published: Value;
  recounted: Value;
}

/** Sorts a list by unit. */
function byUnit<T extends { unit: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.unit);
    if (group) group.push(item);
    else groups.set(item.unit, [item]);
  }
  return groups;
}

function countedOf(ballots: readonly Bundle['ballots'][number][]): CountedBallot[] {
  const counted = ballots.filter(({ status }) => status === 'counted');
  return counted.map((ballot) => {
    return { receipt: ballot.receipt, category: ballot.category, scores: scoresOf(ballot) };
  });
}

/** What each unit's score is made of, in the order of `units`. Takes a parsed bundle. */
export function unitCounts(bundle: Bundle): { unit: string; count: UnitCount }[] {
  const ballots = byUnit(bundle.ballots);
  const votes = byUnit(bundle.crowd);
  const attendance = byUnit(bundle.attendance);
  const deductions = byUnit(bundle.deductions);
  return bundle.units.map(({ id, absent }) => {
    const count: UnitCount = {
      absent: absent === true,
      ballots: countedOf(ballots.get(id) ?? []),
      votes: votes.get(id)?.[0]?.votes ?? {},
      deductions: (deductions.get(id) ?? []).reduce((sum, { points }) => sum + pointsOf(points), 0),
      eligible: attendance.get(id)?.[0]?.eligible ?? 0,
    };
    return { unit: id, count };
  });
}

/** The ranked units of a bundle with everything behind each score, best first. Takes a parsed bundle. */
export function recountUnits(bundle: Bundle): Ranked[] {
  const scoring = scoringOf(bundle);
  const scored = unitCounts(bundle).map(({ unit, count }) => ({ unit, score: scoreUnit(scoring, count) }));
  return rankUnits(scoring, scored);
}

const shown = (points: Points | null): string | null => (points === null ? null : formatScore(points));

/** The results in the order of `units`, from ballots, crowd, attendance and deductions alone (X2). */
export function recount(bundle: Bundle): Result[] {
  const ranked = new Map(recountUnits(bundle).map((result) => [result.unit, result]));
  return bundle.units.map(({ id }) => {
    const { rank, score } = ranked.get(id) as Ranked;
    return {
      unit: id,
      rank,
      score: shown(score.score),
      questioning: shown(score.questioning),
      crowd: shown(score.crowd),
      level: score.level,
    };
  });
}

function resultDifferences(bundle: Bundle, results: readonly Result[]): Difference[] {
  const published = new Map(bundle.results.map((result) => [result.unit, result]));
  return results.flatMap((again): Difference[] => {
    const before = published.get(again.unit);
    const path = `results.${again.unit}`;
    if (!before) return [{ path, published: null, recounted: again.score }];
    const keys = ['rank', 'score', 'questioning', 'crowd', 'level'] as const;
    const differing = keys.filter((key) => before[key] !== again[key]);
    return differing.map((key) => {
      return { path: `${path}.${key}`, published: before[key], recounted: again[key] };
    });
  });
}

/** B5: returned is counted and void; who has a counted ballot is eligible. */
function attendanceDifferences(bundle: Bundle): Difference[] {
  const ballots = byUnit(bundle.ballots);
  return bundle.attendance.flatMap(({ unit, eligible, returned }): Difference[] => {
    const cast = ballots.get(unit) ?? [];
    const counted = cast.filter(({ status }) => status === 'counted').length;
    const back = cast.filter(({ status }) => status !== 'late').length;
    const path = `attendance.${unit}`;
    return [
      ...(returned === back ? [] : [{ path: `${path}.returned`, published: returned, recounted: back }]),
      ...(eligible >= counted ? [] : [{ path: `${path}.eligible`, published: eligible, recounted: counted }]),
    ];
  });
}

/** L1: the commitment, and each place of the order, drawn again. */
function drawDifferences({ draws }: Bundle): Difference[] {
  return draws.flatMap((record, at): Difference[] => {
    const { secret, commitment, number, items, drawn, abandoned } = record;
    const promised = commitmentOf(secret);
    const path = `draws.${at}`;
    const differences: Difference[] = [];
    if (promised !== commitment) {
      differences.push({ path: `${path}.commitment`, published: commitment, recounted: promised });
    }
    // An abandoned draw need not have an order (L2).
    if (number === null || (abandoned && drawn.length === 0)) return differences;
    const again = draw(secret, record.draw, number, items);
    for (let i = 0; i < Math.max(again.length, drawn.length); i += 1) {
      const [published, recounted] = [drawn[i] ?? null, again[i] ?? null];
      if (published !== recounted) differences.push({ path: `${path}.drawn.${i}`, published, recounted });
    }
    return differences;
  });
}

/** Where a parsed bundle contradicts itself (X2, B5, L1); empty for a true record. */
export function differences(bundle: Bundle): Difference[] {
  const results = recount(bundle);
  return [
    ...resultDifferences(bundle, results),
    ...attendanceDifferences(bundle),
    ...drawDifferences(bundle),
    ...appealDifferences(bundle, results),
  ];
}
