/** S, K3, B5 · The steps tell what the score counted: on the shared examples, and on sheets and ballots at random. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBundle, scoringOf } from '../../assessment/bundle.ts';
import { add, compare, mul, of, roundHalfUp, ZERO } from '../../assessment/rational.ts';
import type { Rational } from '../../assessment/rational.ts';
import { unitCounts } from '../../assessment/recount.ts';
import { scoreUnit } from '../../assessment/score.ts';
import { scoringSteps, type ScoringSteps } from '../../assessment/scoring-steps.ts';
import { DEFAULT_CROWD_GRADES, defaultScoring, totalOf } from '../../assessment/sheet.ts';
import type { Scoring } from '../../assessment/sheet.ts';
import { counts } from './counts.ts';

const bundleOf = (name: string) => {
  const parsed = parseBundle(JSON.parse(readFileSync(`tests/examples/${name}.json`, 'utf8')));
  if (!('bundle' in parsed)) throw new Error(`${name} is no bundle`);
  return parsed.bundle;
};

const plain: Scoring = {
  ...defaultScoring([
    { id: 'people', name: '群众代表', weight: 3000 },
    { id: 'media', name: '媒体代表', weight: 1000 },
    { id: 'party', name: '党员代表', weight: 1000 },
  ]),
  sheet: [
    { id: 'report', name: '述职', full: 5000, step: 50, stage: 'report', by: 'examiners' },
    { id: 'direct', name: '回应', full: 5000, step: 50, stage: 'questioning', by: 'examiners' },
  ],
};
const ballot = (receipt: string, report: number, direct: number, category = 'people') => ({
  receipt,
  category,
  scores: { report: report * 100, direct: direct * 100 },
});
const input = (ballots: ReturnType<typeof ballot>[], more = {}) => ({
  absent: false,
  ballots,
  votes: {},
  deductions: 0,
  eligible: ballots.length,
  ...more,
});
/** Six ballots of the people, one of the media, none of the party. */
const some = [
  ...[10, 40, 42, 41, 50, 43].map((half, at) => ballot(`R${at}`, half, half)),
  ballot('M0', 30, 30, 'media'),
];

/** The parts of the steps add up to what stands behind them, exactly. */
function addsUp(scoring: Scoring, { categories, workings, score, weights }: ScoringSteps): void {
  const parts = categories.map(({ part }) => part).filter((part): part is Rational => part !== null);
  if (workings.why === null) expect(parts.reduce(add, ZERO)).toEqual(workings.examiners);
  for (const { orders, sum, kept, count, mean, share, weight } of categories) {
    expect(orders.reduce((all, order) => all + order.sum, 0)).toBe(sum);
    for (const order of orders) {
      const left = order.ballots.filter(({ dropped }) => dropped === null);
      expect(left.reduce((all, { points }) => all + points, 0)).toBe(order.sum);
      expect([left.length, order.ballots.length]).toEqual([kept, count]);
      const points = order.ballots.map((one) => one.points);
      expect(points).toEqual([...points].sort((a, b) => a - b));
    }
    if (mean) expect(mul(mean, of(kept))).toEqual(of(sum));
    if (share) expect(share).toEqual(of(weight, weights));
  }
  if (workings.left) {
    expect(roundHalfUp(workings.left)).toBe(score.score);
    expect(compare(workings.left, ZERO)).toBeGreaterThanOrEqual(0);
  }
  expect(scoring.categories.map(({ id }) => id)).toEqual(categories.map(({ id }) => id));
}

describe('the steps of a score', () => {
  it('S X2 are those of the score, on every unit of the shared examples', () => {
    for (const name of ['recount-total', 'recount-criterion', 'recount-ties']) {
      const bundle = bundleOf(name);
      const scoring = scoringOf(bundle);
      for (const { count } of unitCounts(bundle)) {
        const steps = scoringSteps(scoring, count);
        expect(steps.score).toEqual(scoreUnit(scoring, count));
        addsUp(scoring, steps);
      }
    }
  });

  it('S are those of the score, on sheets and ballots at random', () => {
    fc.assert(
      fc.property(counts, ({ scoring, input: count }) => {
        const steps = scoringSteps(scoring, count);
        expect(steps.score).toEqual(scoreUnit(scoring, count));
        addsUp(scoring, steps);
      }),
    );
  });

  it('S4 says in which order ballots stand and which were dropped at either end', () => {
    const { categories } = scoringSteps(plain, input(some));
    const [people, media] = categories;
    expect(people?.trim).toBe('dropped');
    expect(people?.orders[0]?.ballots.map(({ receipt, dropped }) => [receipt, dropped])).toEqual([
      ['R0', 'low'],
      ['R1', null],
      ['R3', null],
      ['R2', null],
      ['R5', null],
      ['R4', 'high'],
    ]);
    expect(people?.orders[0]?.ballots[0]?.by).toEqual([2000, 1000]);
    expect(media?.trim).toBe('too-few');
    expect(scoringSteps({ ...plain, trim: null }, input(some)).categories[0]?.trim).toBe('none');
  });

  it('S4 by criterion every criterion has an order of its own', () => {
    const scoring: Scoring = { ...plain, trim: { of: 'criterion', drop: 1, from: 3 } };
    const three = [ballot('A', 10, 50), ballot('B', 50, 10), ballot('C', 20, 30)];
    const [people] = scoringSteps(scoring, input(three)).categories;
    const dropped = people?.orders.map(({ criterion, ballots }) => [
      criterion,
      ...ballots.map((one) => `${one.receipt} ${one.dropped}`),
    ]);
    expect(dropped).toEqual([
      ['report', 'A low', 'C null', 'B high'],
      ['direct', 'B low', 'C null', 'A high'],
    ]);
    expect(people).toMatchObject({ kept: 1, sum: 5000, mean: of(5000) });
  });

  it('S6 weighs exactly, and names the share of what is left when a category is empty', () => {
    const { categories, weights, workings } = scoringSteps(plain, input(some));
    expect(weights).toBe(4000);
    expect(categories.map(({ share }) => share)).toEqual([of(3, 4), of(1, 4), null]);
    expect(categories[0]).toMatchObject({ sum: 33200, kept: 4, mean: of(8300), part: of(6225) });
    expect(workings.examiners).toEqual(of(7725));
    const zero = scoringSteps({ ...plain, empty: 'zero' }, input(some));
    expect(zero.weights).toBe(5000);
    expect(zero.categories[2]).toMatchObject({ count: 0, mean: null, share: of(1, 5), part: ZERO });
  });

  it('S7 the crowd part with its voices, its minimum, and what E is scaled by without it', () => {
    const scoring: Scoring = {
      ...plain,
      sheet: [
        ...plain.sheet,
        { id: 'crowd', name: '群众', full: 2500, step: 0, stage: 'crowd', by: 'crowd' },
      ],
      crowd: { minimum: 3, grades: [...DEFAULT_CROWD_GRADES] },
    };
    const enough = scoringSteps(scoring, input(some, { votes: { satisfied: 2, fair: 1 } }));
    expect(enough.crowd).toMatchObject({ full: 2500, minimum: 3, votes: 3, counted: true });
    expect(enough.crowd?.grades[1]).toEqual({ id: 'fair', worth: 6000, votes: 1 });
    expect(enough.workings).toMatchObject({ crowd: of(6500, 3), scale: of(1) });
    const few = scoringSteps(scoring, input(some, { votes: { satisfied: 2 } }));
    expect(few.crowd).toMatchObject({ votes: 2, counted: false });
    expect(few.workings).toMatchObject({ crowd: null, scale: of(5, 4), judged: of(7725 * 5, 4) });
    expect(scoringSteps(plain, input(some)).crowd).toBeNull();
  });

  it('S9 S10 K3 deductions, the floor, the rounding and the level', () => {
    const scoring = { ...plain, levels: [{ name: '好', from: 7000 }] };
    const less = scoringSteps(scoring, input(some, { deductions: 50 }));
    expect(less).toMatchObject({ floored: false, level: { name: '好', from: 7000 } });
    expect(less.workings.left).toEqual(of(7675));
    const floored = scoringSteps(scoring, input(some, { deductions: 9000 }));
    expect(floored).toMatchObject({ floored: true, level: null, score: { score: 0 } });
  });

  it('B5 a missed quorum is told with what it needed, and nothing is counted', () => {
    const missed = scoringSteps(plain, input(some, { eligible: 11 }));
    expect(missed.quorum).toEqual({ counted: 7, eligible: 11, needed: 8, reached: false });
    expect(missed.workings).toMatchObject({ why: 'quorum', examiners: null, left: null });
    expect(missed.categories[0]).toMatchObject({ mean: null, part: null, trim: 'dropped' });
    const absent = scoringSteps(plain, input(some, { absent: true }));
    expect(absent.quorum).toMatchObject({ counted: 0, reached: false });
  });

  it('S2 the total of every made ballot is the sum of its criteria', () => {
    const { categories } = scoringSteps(plain, input(some));
    const told = categories.flatMap(({ orders }) => orders[0]?.ballots ?? []);
    for (const { receipt, points } of told) {
      const found = some.find((one) => one.receipt === receipt);
      expect(points).toBe(found && totalOf(plain, found.scores));
    }
  });
});
