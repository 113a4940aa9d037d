import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelOf, rankUnits } from '../../assessment/ranking.ts';
import type { UnitScore } from '../../assessment/score.ts';
import { defaultScoring } from '../../assessment/sheet.ts';
import type { Scoring } from '../../assessment/sheet.ts';

const scoring = defaultScoring([{ id: 'people', name: '群众代表', weight: 10000 }]);
type Parts = [score: number | null, questioning?: number | null, crowd?: number | null];

function unit(name: string, [score, questioning = null, crowd = null]: Parts) {
  const valid = score !== null;
  const rest = {
    level: null,
    categories: [],
    parts: {},
    votes: 0,
    examiners: null,
    empty: [],
    deductions: 0,
  };
  const result: UnitScore = { valid, why: valid ? null : 'quorum', score, questioning, crowd, ...rest };
  return { unit: name, score: result };
}

const ranks = (units: Record<string, Parts>, sheet: Scoring = scoring) =>
  rankUnits(
    sheet,
    Object.entries(units).map(([name, parts]) => unit(name, parts)),
  ).map((ranked) => `${ranked.unit}${ranked.rank ?? '-'}`);

describe('ranking', () => {
  it('K1 ranks by score, best first', () => {
    expect(ranks({ a: [7000], b: [9000], c: [8000] })).toEqual(['b1', 'c2', 'a3']);
  });

  it('K1 shares a rank and skips the next', () => {
    expect(ranks({ a: [8000], b: [9000], c: [8000], d: [7000] })).toEqual(['b1', 'a2', 'c2', 'd4']);
  });

  it('K1 breaks ties by the questioning part, then by the crowd', () => {
    const units: Record<string, Parts> = {
      a: [8000, 4000, 1500],
      b: [8000, 4000, 1600],
      c: [8000, 4100, 1000],
      d: [8000, 4000, 1600],
    };
    expect(ranks(units)).toEqual(['c1', 'b2', 'd2', 'a4']);
    expect(ranks(units, { ...scoring, tieBreak: ['crowd'] })).toEqual(['b1', 'd1', 'a3', 'c4']);
    expect(ranks(units, { ...scoring, tieBreak: ['crowd', 'questioning'] })).toEqual([
      'b1',
      'd1',
      'a3',
      'c4',
    ]);
    expect(ranks(units, { ...scoring, tieBreak: [] })).toEqual(['a1', 'b1', 'c1', 'd1']);
  });

  it('K1 a missing part counts as lowest, below 0', () => {
    expect(ranks({ a: [8000, null], b: [8000, 0] })).toEqual(['b1', 'a2']);
    expect(ranks({ a: [8000, null, 1], b: [8000, null, 2] })).toEqual(['b1', 'a2']);
  });

  it('K2 lists units without a valid result last and without a rank', () => {
    expect(ranks({ a: [null], b: [0], c: [null], d: [10] })).toEqual(['d1', 'b2', 'a-', 'c-']);
    expect(ranks({})).toEqual([]);
  });

  it('K3 finds the level of a score', () => {
    expect([10000, 9000, 8999, 7000, 0, null].map((score) => levelOf(scoring, score))).toEqual([
      '好',
      '好',
      '较好',
      '一般',
      '较差',
      null,
    ]);
  });

  const part = fc.option(fc.integer({ min: 0, max: 3 }));
  const parts = fc.tuple(part, part, part);

  it('K1 ranks do not depend on the order of the units', () => {
    const orders = fc.array(parts, { maxLength: 12 }).chain((list) => {
      const units = list.map((each, at) => unit(`u${at}`, each));
      const size = { minLength: units.length, maxLength: units.length };
      return fc.tuple(fc.constant(units), fc.shuffledSubarray(units, size));
    });
    fc.assert(
      fc.property(orders, ([units, shuffled]) => {
        const ranksOf = (list: typeof units) =>
          Object.fromEntries(rankUnits(scoring, list).map((ranked) => [ranked.unit, ranked.rank]));
        expect(ranksOf(shuffled)).toEqual(ranksOf(units));
      }),
    );
  });

  it('K1 a rank is one more than the number of units that are better', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (list) => {
        const key = ([score, questioning, crowd]: (number | null | undefined)[]) =>
          [score, questioning, crowd].reduce<number>((sum, p) => sum * 10 + (p ?? -1) + 1, 0);
        const valid = list.filter(([score]) => score !== null);
        const expected = list.map((each) =>
          each[0] === null ? null : 1 + valid.filter((other) => key(other) > key(each)).length,
        );
        const ranked = rankUnits(
          scoring,
          list.map((each, at) => unit(String(at), each)),
        );
        for (const { unit: name, rank } of ranked) expect(rank).toBe(expected[Number(name)]);
      }),
    );
  });
});
