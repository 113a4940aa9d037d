/** Sheets and ballots at random, and the rules of S written down a second time with long fractions. */
import fc from 'fast-check';
import type { CountedBallot, UnitCount } from '../../assessment/score.ts';
import { DEFAULT_CROWD_GRADES } from '../../assessment/sheet.ts';
import type { Criterion, Scoring, Trim } from '../../assessment/sheet.ts';

const STEP = 25;

function sheetOf(stages: Criterion['stage'][], fulls: number[], crowdFull: number): Criterion[] {
  const sheet = stages.map((stage, at): Criterion => {
    const full = (fulls[at] as number) * STEP;
    return { id: `c${at}`, name: `c${at}`, full, step: STEP, stage, by: 'examiners' };
  });
  if (crowdFull === 0) return sheet;
  return [...sheet, { id: 'crowd', name: 'crowd', full: crowdFull, step: 0, stage: 'crowd', by: 'crowd' }];
}

const trims: fc.Arbitrary<Trim | null> = fc.option(
  fc
    .record({ of: fc.constantFrom('total', 'criterion'), drop: fc.nat(2), more: fc.nat(4) })
    .map(({ of, drop, more }) => ({ of, drop, from: 2 * drop + 1 + more })),
);

/** A sound sheet: 1–4 criteria, 1–4 categories, with or without trim and crowd. */
export const scorings: fc.Arbitrary<Scoring> = fc
  .record({
    stages: fc.array(fc.constantFrom('report', 'questioning', 'overall'), { minLength: 1, maxLength: 4 }),
    fulls: fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 4, maxLength: 4 }),
    weights: fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 4 }),
    crowdFull: fc.constantFrom(0, 0, 2000, 1333),
    minimum: fc.nat(12),
    trim: trims,
    empty: fc.constantFrom('reweight', 'zero'),
    quorum: fc.constantFrom({ of: 2, outOf: 3 }, { of: 0, outOf: 1 }, { of: 1, outOf: 1 }),
  })
  .map(({ stages, fulls, weights, crowdFull, minimum, trim, empty, quorum }) => ({
    sheet: sheetOf(stages, fulls, crowdFull),
    input: 'points',
    grades: [],
    categories: weights.map((weight, at) => ({ id: `k${at}`, name: `k${at}`, weight })),
    trim,
    empty,
    quorum,
    crowd: crowdFull === 0 ? null : { minimum, grades: DEFAULT_CROWD_GRADES.map((grade) => ({ ...grade })) },
    tieBreak: ['questioning', 'crowd'],
    levels: [{ name: 'high', from: 5000 }],
  }));

function ballotsFor(scoring: Scoring): fc.Arbitrary<CountedBallot[]> {
  const criteria = scoring.sheet.filter(({ by }) => by === 'examiners');
  const value = ({ full }: Criterion) => fc.nat(full / STEP).map((steps) => steps * STEP);
  const ballot = fc.record({
    category: fc.constantFrom(...scoring.categories.map(({ id }) => id)),
    values: fc.tuple(...criteria.map(value)),
  });
  return fc.array(ballot, { maxLength: 24 }).map((drawn) =>
    drawn.map(({ category, values }, at) => ({
      receipt: `R${String(at).padStart(3, '0')}`,
      category,
      scores: Object.fromEntries(criteria.map(({ id }, i) => [id, values[i] as number])),
    })),
  );
}

/** A sheet and one unit's count by it. */
export const counts: fc.Arbitrary<{ scoring: Scoring; input: UnitCount }> = scorings.chain((scoring) =>
  fc
    .record({
      ballots: ballotsFor(scoring),
      votes: fc.record({ satisfied: fc.nat(9), fair: fc.nat(9), unsatisfied: fc.nat(9) }),
      deductions: fc.constantFrom(0, 0, 50, 1000, 9_000),
      more: fc.nat(3),
    })
    .map(({ ballots, votes, deductions, more }) => {
      const eligible = ballots.length + more;
      return { scoring, input: { absent: false, ballots, votes, deductions, eligible } };
    }),
);

/** n ÷ d, never reduced: slow and plain. */
type Long = [bigint, bigint];
const plus = ([a, b]: Long, [c, d]: Long): Long => [a * d + c * b, b * d];
const times = ([a, b]: Long, [c, d]: Long): Long => [a * c, b * d];
const sumOf = (values: number[]): number => values.reduce((a, b) => a + b, 0);
const long = (n: number, d = 1): Long => [BigInt(n), BigInt(d)];

/** Half up by looking at the third decimal and what follows: 2·rest ≥ 1. */
function rounded([n, d]: Long): number {
  const whole = n / d;
  return Number(2n * (n - whole * d) >= d ? whole + 1n : whole);
}

/** Takes the extremes away one by one instead of sorting once. */
function without<T>(items: T[], drop: number, below: (a: T, b: T) => boolean): T[] {
  const left = [...items];
  for (let i = 0; i < drop; i += 1) {
    const lowest = left.reduce((best, item) => (below(item, best) ? item : best));
    left.splice(left.indexOf(lowest), 1);
    const highest = left.reduce((best, item) => (below(best, item) ? item : best));
    left.splice(left.indexOf(highest), 1);
  }
  return left;
}

/** The mean of some criteria in one category (S4, S5), or null where it has no ballot. */
function naiveMean(scoring: Scoring, ballots: CountedBallot[], ids: string[]): Long | null {
  if (ballots.length === 0) return null;
  const { trim, sheet } = scoring;
  const drop = trim && ballots.length >= trim.from ? trim.drop : 0;
  const judged = sheet.filter(({ by }) => by === 'examiners');
  const points = (list: Criterion[], ballot: CountedBallot) =>
    sumOf(list.map(({ id }) => ballot.scores[id] as number));
  const asked = judged.filter(({ stage }) => stage === 'questioning');
  const key = (b: CountedBallot) => points(judged, b) * 1e9 + points(asked, b);
  const whole = without(ballots, trim?.of === 'total' ? drop : 0, (a, b) => key(a) < key(b));
  return ids.reduce<Long>((mean, id) => {
    const values = whole.map(({ scores }) => scores[id] as number);
    const kept = without(values, trim?.of === 'criterion' ? drop : 0, (a, b) => a < b);
    return plus(mean, long(sumOf(kept), kept.length));
  }, long(0));
}

function naiveWeighted(scoring: Scoring, ballots: CountedBallot[], ids: string[]): Long {
  let [top, weights] = [long(0), 0];
  for (const { id, weight } of scoring.categories) {
    const mean = naiveMean(
      scoring,
      ballots.filter(({ category }) => category === id),
      ids,
    );
    if (mean) top = plus(top, times(long(weight), mean));
    if (mean || scoring.empty === 'zero') weights += weight;
  }
  return times(top, long(1, weights));
}

/** The rounded results of S, independently of `assessment/`; null without a valid result. */
export function scoreNaively(scoring: Scoring, { ballots, votes, deductions, eligible }: UnitCount) {
  const { of: part, outOf } = scoring.quorum;
  if (ballots.length === 0 || ballots.length / eligible < part / outOf - 1e-9) return null;
  const judged = scoring.sheet.filter(({ by }) => by === 'examiners');
  const asked = judged.filter(({ stage }) => stage === 'questioning').map(({ id }) => id);
  const e = naiveWeighted(
    scoring,
    [...ballots],
    judged.map(({ id }) => id),
  );
  const voices = sumOf(Object.values(votes));
  const full = sumOf(scoring.sheet.map((criterion) => criterion.full));
  const examinersFull = sumOf(judged.map((criterion) => criterion.full));
  const counted = scoring.crowd !== null && voices > 0 && voices >= scoring.crowd.minimum;
  const worth = (votes['satisfied'] as number) * 100 + (votes['fair'] as number) * 60;
  const c = counted ? times(long(full - examinersFull), long(worth, 100 * voices)) : null;
  const judgement = c ? plus(e, c) : times(e, long(full, examinersFull));
  const score = plus(judgement, long(-deductions));
  return {
    score: score[0] < 0n ? 0 : rounded(score),
    questioning: asked.length > 0 ? rounded(naiveWeighted(scoring, [...ballots], asked)) : null,
    crowd: c && rounded(c),
  };
}
