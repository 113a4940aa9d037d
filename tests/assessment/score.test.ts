import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { of } from '../../assessment/rational.ts';
import { scoreUnit } from '../../assessment/score.ts';
import type { CountedBallot, UnitCount } from '../../assessment/score.ts';
import { DEFAULT_CROWD_GRADES, defaultScoring, examinerCriteria } from '../../assessment/sheet.ts';
import type { Scoring, Trim } from '../../assessment/sheet.ts';
import { counts, scoreNaively } from './counts.ts';

const base = defaultScoring([
  { id: 'party', name: '党员代表', weight: 3000 },
  { id: 'people', name: '群众代表', weight: 5000 },
  { id: 'media', name: '媒体代表', weight: 2000 },
]);
/** Two criteria of 50, so that totals can be read at a glance. */
const plain: Scoring = {
  ...base,
  sheet: [
    { id: 'report', name: '述职', full: 5000, step: 50, stage: 'report', by: 'examiners' },
    { id: 'direct', name: '回应', full: 5000, step: 50, stage: 'questioning', by: 'examiners' },
  ],
};
const withCrowd: Scoring = {
  ...plain,
  sheet: [...plain.sheet, { id: 'crowd', name: '群众', full: 2500, step: 0, stage: 'crowd', by: 'crowd' }],
  crowd: { minimum: 3, grades: [...DEFAULT_CROWD_GRADES] },
};
const total: Trim = { of: 'total', drop: 1, from: 6 };

const ballot = (receipt: string, report: number, direct: number, category = 'people'): CountedBallot => {
  return { receipt, category, scores: { report: report * 100, direct: direct * 100 } };
};
const score = (ballots: CountedBallot[], more: Partial<UnitCount> = {}, scoring: Scoring = plain) =>
  scoreUnit(scoring, {
    absent: false,
    ballots,
    votes: {},
    deductions: 0,
    eligible: Math.max(1, ballots.length),
    ...more,
  });
/** Ballots with these totals, half of it each. */
const totals = (...values: number[]) => values.map((value, at) => ballot(`R${at}`, value / 2, value / 2));

describe('trim', () => {
  it('S4 drops the highest and the lowest total once a category has six ballots', () => {
    const six = score(totals(10, 80, 82, 84, 86, 100));
    expect(six.score).toBe(8300);
    expect(six.categories[1]).toMatchObject({
      count: 6,
      kept: 4,
      dropped: { of: 'total', low: ['R0'], high: ['R5'] },
    });
    const five = score(totals(10, 80, 82, 84, 86));
    expect(five.score).toBe(6840);
    expect(five.categories[1]).toMatchObject({ count: 5, kept: 5, dropped: null });
  });

  it('S4 counts to six in each category by itself', () => {
    const party = totals(0, 50, 50, 50).map((b) => ({ ...b, category: 'party', receipt: `P${b.receipt}` }));
    expect(score([...totals(40, 40, 40, 40), ...party]).categories.map(({ kept }) => kept)).toEqual([
      4, 4, 0,
    ]);
  });

  it('S4 orders equal totals by their questioning criteria', () => {
    const ballots = [
      ballot('A', 40, 40),
      ballot('B', 30, 50),
      ballot('C', 50, 30),
      ...[1, 2, 3].map((n) => ballot(`M${n}`, 40, 40)),
    ];
    const { categories, questioning } = score(ballots);
    expect(categories[1]?.dropped).toEqual({ of: 'total', low: ['C'], high: ['B'] });
    expect(questioning).toBe(4000);
  });

  it('S4 drops by criterion, each on its own, and S5 adds their means', () => {
    const ballots = [
      ballot('A', 0, 40),
      ballot('B', 50, 40),
      ballot('C', 40, 0),
      ballot('D', 40, 50),
      ballot('E', 42, 40),
      ballot('F', 42, 44),
    ];
    const result = score(ballots, {}, { ...plain, trim: { ...total, of: 'criterion' } });
    expect(result.categories[1]?.dropped).toEqual({
      of: 'criterion',
      criteria: { report: { low: ['A'], high: ['B'] }, direct: { low: ['C'], high: ['D'] } },
    });
    expect(result.score).toBe(4100 + 4100);
    expect(result.questioning).toBe(4100);
    expect(result.parts).toEqual({ report: 4100, direct: 4100 });
  });

  it('S4 drops two at either end where the sheet says so', () => {
    const trim: Trim = { of: 'total', drop: 2, from: 5 };
    expect(score(totals(1, 2, 50, 98, 99), {}, { ...plain, trim }).score).toBe(5000);
  });

  it('S4 nothing is trimmed without a trim', () => {
    expect(score(totals(0, 60, 60, 60, 60, 60), {}, { ...plain, trim: null }).score).toBe(5000);
  });
});

describe('weights and categories', () => {
  const twoKinds = [ballot('A', 40, 40, 'party'), ballot('B', 50, 50, 'media')];

  it('S5 a category mean is exact, and rounded only to be shown', () => {
    const [, people] = score(totals(80, 80, 81)).categories;
    expect(people?.exact).toEqual(of(24100, 3));
    expect(people?.mean).toBe(8033);
  });

  it('S6 reweights over the categories that have a ballot and names the empty ones', () => {
    const result = score(twoKinds);
    expect(result.score).toBe(8800);
    expect(result.examiners).toEqual(of(8800));
    expect(result.empty).toEqual(['people']);
  });

  it('S6 an empty category is worth nothing where the sheet says zero', () => {
    const result = score(twoKinds, {}, { ...plain, empty: 'zero' });
    expect(result.score).toBe(4400);
    expect(result.empty).toEqual(['people']);
  });

  it('S3 a ballot of an unknown category is a fault, not a ballot less', () => {
    expect(() => score([ballot('A', 1, 1, 'nobody')])).toThrow(RangeError);
  });

  it('S8 the questioning part has the same weights, and is null where the sheet has none', () => {
    expect(score(twoKinds).questioning).toBe(4400);
    const silent = { ...plain, sheet: plain.sheet.map((c) => ({ ...c, stage: 'overall' as const })) };
    expect(score(twoKinds, {}, silent).questioning).toBeNull();
    expect(score(twoKinds, {}, silent).categories[0]?.questioning).toBeNull();
  });
});

describe('the crowd', () => {
  const half = [ballot('A', 25, 25)];

  it('S7 adds full × worth of the voices', () => {
    const result = score(half, { votes: { satisfied: 2, fair: 1, unsatisfied: 1 } }, withCrowd);
    expect(result).toMatchObject({ crowd: 1625, score: 6625, votes: 4 });
    expect(result.parts).toMatchObject({ crowd: 1625, report: 2500 });
  });

  it('S7 leaves the crowd out below the minimum and scales the examiners up', () => {
    const result = score(half, { votes: { satisfied: 2 } }, withCrowd);
    expect(result).toMatchObject({ crowd: null, score: 6250, questioning: 2500, votes: 2 });
    expect(result.examiners).toEqual(of(5000));
    expect(score(half, { votes: { satisfied: 3 } }, withCrowd)).toMatchObject({ crowd: 2500, score: 7500 });
  });

  it('S7 no voice at all is left out, even with a minimum of none', () => {
    const open = { ...withCrowd, crowd: { minimum: 0, grades: [...DEFAULT_CROWD_GRADES] } };
    expect(score(half, {}, open)).toMatchObject({ crowd: null, score: 6250 });
  });

  it('B8 voices are told and not counted where the sheet has no criterion by the crowd', () => {
    expect(score(half, { votes: { satisfied: 100 } })).toMatchObject({
      crowd: null,
      score: 5000,
      votes: 100,
    });
  });
});

describe('the end of the count', () => {
  it('S9 deductions come off last, and nobody falls below 0', () => {
    expect(score(totals(80), { deductions: 50 }).score).toBe(7950);
    expect(score(totals(1), { deductions: 500 }).score).toBe(0);
    expect(score([ballot('A', 25, 25)], { deductions: 50 }, withCrowd).score).toBe(6200);
  });

  it('S10 rounds once, half up', () => {
    const odd = (hundredths: number) => ({
      ...ballot('X', 0, 0),
      scores: { report: 4000, direct: hundredths },
    });
    expect(score([...totals(80, 80), odd(4001)]).score).toBe(8000);
    expect(score([...totals(80), odd(4001)]).score).toBe(8001);
    const eighths = [...totals(80, 80, 80, 80), ...totals(80, 80, 80, 81)];
    expect(score(eighths, {}, { ...plain, trim: null }).score).toBe(8013);
  });

  it('K3 says the level of the rounded score', () => {
    expect([90, 89, 80, 70, 69, 0].map((value) => score(totals(value)).level)).toEqual([
      '好',
      '较好',
      '较好',
      '一般',
      '较差',
      '较差',
    ]);
    expect(score(totals(5), {}, { ...plain, levels: [{ name: '好', from: 9000 }] }).level).toBeNull();
  });
});

describe('units without a valid result', () => {
  const nothing = { valid: false, score: null, questioning: null, crowd: null, level: null, examiners: null };

  it('B5 needs two thirds of those who could score', () => {
    expect(score(totals(80, 80), { eligible: 3 }).score).toBe(8000);
    expect(score(totals(80, 80), { eligible: 4 })).toMatchObject({ ...nothing, why: 'quorum' });
  });

  it('B5 nobody who could score is no result', () => {
    expect(score([], { eligible: 0 })).toMatchObject({ ...nothing, why: 'nobody-eligible' });
    const open = { ...plain, quorum: { of: 0, outOf: 1 } };
    expect(score([], { eligible: 3 }, open)).toMatchObject({ ...nothing, why: 'no-ballots' });
  });

  it('A2 the ballots of an absent unit do not count', () => {
    const away = score(totals(80, 80), { absent: true, votes: { satisfied: 9 } }, withCrowd);
    expect(away).toMatchObject({ ...nothing, why: 'absent', empty: ['party', 'people', 'media'] });
  });

  it('K2 no mean of such a unit gets out', () => {
    const missed = score(totals(80, 80), { eligible: 9 });
    expect(missed.parts).toEqual({ report: null, direct: null });
    expect(missed.categories[1]).toMatchObject({ count: 2, mean: null, exact: null, questioning: null });
  });
});

describe('what holds for every count', () => {
  it('S agrees with the same rules written a second time', () => {
    let valid = 0;
    fc.assert(
      fc.property(counts, ({ scoring, input }) => {
        const { score, questioning, crowd } = scoreUnit(scoring, input);
        const naive = scoreNaively(scoring, input) ?? { score: null, questioning: null, crowd: null };
        if (naive.score !== null) valid += 1;
        expect({ score, questioning, crowd }).toEqual(naive);
      }),
      { numRuns: 2000 },
    );
    expect(valid).toBeGreaterThan(1000);
  });

  it('S does not depend on the order of the ballots', () => {
    const shuffled = counts.chain(({ scoring, input }) => {
      const all = [...input.ballots];
      const order = fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
      return order.map((ballots) => ({ scoring, input, other: { ...input, ballots } }));
    });
    fc.assert(
      fc.property(shuffled, ({ scoring, input, other }) => {
        expect(scoreUnit(scoring, other)).toEqual(scoreUnit(scoring, input));
      }),
    );
  });

  it('S more points never lower a score when nothing is trimmed', () => {
    const pick = fc.tuple(counts, fc.nat(), fc.nat());
    fc.assert(
      fc.property(pick, ([{ scoring, input }, which, what]) => {
        fc.pre(input.ballots.length > 0);
        const untrimmed = { ...scoring, trim: null };
        const criteria = examinerCriteria(scoring);
        const raised = input.ballots[which % input.ballots.length] as CountedBallot;
        const { id, full } = criteria[what % criteria.length] as (typeof criteria)[number];
        const more = { ...raised, scores: { ...raised.scores, [id]: full } };
        const ballots = input.ballots.map((b) => (b === raised ? more : b));
        const [before, after] = [input, { ...input, ballots }].map(
          (count) => scoreUnit(untrimmed, count).score,
        );
        expect(after ?? 0).toBeGreaterThanOrEqual(before ?? 0);
      }),
    );
  });

  it('S9 S10 a score is a whole number of hundredths from 0 to full marks', () => {
    fc.assert(
      fc.property(counts, ({ scoring, input }) => {
        const { score, valid } = scoreUnit(scoring, input);
        expect(score === null).toBe(!valid);
        if (score === null) return;
        const full = scoring.sheet.reduce((sum, criterion) => sum + criterion.full, 0);
        expect(Number.isInteger(score) && score >= 0 && score <= full).toBe(true);
      }),
    );
  });

  it('S a unit with a thousand ballots is scored at once', () => {
    const ballots = Array.from({ length: 1000 }, (_, i) =>
      ballot(`R${i}`, (i * 7) % 50, (i * 13) % 50, ['party', 'people', 'media'][i % 3]),
    );
    score(ballots);
    const start = performance.now();
    for (let i = 0; i < 10; i += 1) score(ballots);
    // A few milliseconds each; the limit is wide because the machines of a test run are busy.
    expect((performance.now() - start) / 10).toBeLessThan(50);
  });
});
