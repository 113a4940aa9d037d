import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  checkScores,
  checkScoring,
  DEFAULT_CROWD_GRADES,
  defaultScoring,
  examinersFullMarks,
  fullMarks,
  questioningOf,
  ScoresSchema,
  ScoringSchema,
  totalOf,
} from '../../assessment/sheet.ts';
import type { Criterion, Scoring } from '../../assessment/sheet.ts';

const categories = [
  { id: 'party', name: '党员代表', weight: 3000 },
  { id: 'people', name: '群众代表', weight: 7000 },
];
const sheet = defaultScoring(categories);
const crowd: Criterion = { id: 'crowd', name: '群众', full: 2000, step: 0, stage: 'crowd', by: 'crowd' };
const crowdGrades = { minimum: 30, grades: DEFAULT_CROWD_GRADES.map((grade) => ({ ...grade })) };
const first = sheet.sheet[0] as Criterion;
const complete = { report: 2850, direct: 2000, evidence: 0, measures: 50 };

const problems = (change: Partial<Scoring>) =>
  checkScoring({ ...sheet, ...change }).map(({ path, code }) => `${path} ${code}`);
const withFirst = (change: Partial<Criterion>) =>
  problems({ sheet: [{ ...first, ...change }, ...sheet.sheet.slice(1)] });

describe('the sheet', () => {
  it('S1 the default sheet is sound, of 100 points, and passes its own schema', () => {
    expect(checkScoring(sheet)).toEqual([]);
    expect(fullMarks(sheet)).toBe(10000);
    expect(examinersFullMarks(sheet)).toBe(10000);
    expect(v.parse(ScoringSchema, sheet)).toEqual(sheet);
    expect(sheet.crowd).toBeNull();
  });

  it('S1 a new sheet shares nothing with the next one', () => {
    const one = defaultScoring(categories);
    one.categories.forEach((category) => (category.weight = 1));
    expect(defaultScoring(categories)).toEqual(sheet);
  });

  it('S1 full marks and steps are positive and the step divides the full marks', () => {
    expect(withFirst({ full: 0 })).toEqual(['sheet.0.full full-not-positive']);
    expect(withFirst({ step: 0 })).toEqual(['sheet.0.step step-not-positive']);
    expect(checkScoring({ ...sheet, sheet: [{ ...first, step: 70 }] })).toEqual([
      { path: 'sheet.0.step', code: 'step-does-not-divide', value: 70, limit: 3000 },
    ]);
  });

  it('S1 ids are well formed and used once', () => {
    expect(withFirst({ id: 'direct' })).toEqual(['sheet.1.id duplicate-id']);
    expect(withFirst({ id: '述职' })).toEqual(['sheet.0.id id-malformed']);
    expect(withFirst({ id: 'constructor' })).toEqual(['sheet.0.id id-malformed']);
    expect(withFirst({ id: '__proto__' })).toEqual(['sheet.0.id id-malformed']);
  });

  it('S1 category weights are positive and there is a category', () => {
    expect(problems({ categories: [] })).toEqual(['categories no-category']);
    expect(problems({ categories: [{ id: 'a', name: 'a', weight: 0 }] })).toEqual([
      'categories.0.weight weight-not-positive',
    ]);
  });

  it('S1 the stage of a criterion fits who judges it, and examiners judge something', () => {
    expect(withFirst({ stage: 'crowd' })).toEqual(['sheet.0.stage stage-not-by']);
    expect(problems({ sheet: [crowd], crowd: crowdGrades })).toEqual(['sheet no-examiner-criterion']);
  });

  it('S4 a trim leaves at least one ballot', () => {
    expect(problems({ trim: { of: 'total', drop: 2, from: 4 } })).toEqual(['trim.from trim-too-small']);
    expect(problems({ trim: { of: 'criterion', drop: 2, from: 5 } })).toEqual([]);
    expect(problems({ trim: null })).toEqual([]);
  });

  it('S7 a crowd criterion and the crowd settings come together, once', () => {
    const judged = [...sheet.sheet, crowd];
    expect(problems({ sheet: judged, crowd: crowdGrades })).toEqual([]);
    expect(problems({ sheet: judged })).toEqual(['crowd crowd-missing']);
    expect(problems({ crowd: crowdGrades })).toEqual(['crowd crowd-without-criterion']);
    expect(problems({ sheet: [...judged, { ...crowd, id: 'more' }], crowd: crowdGrades })).toEqual([
      'sheet crowd-more-than-one',
    ]);
    expect(problems({ sheet: judged, crowd: { minimum: 1, grades: [] } })).toEqual(['crowd.grades no-grade']);
    const tooMuch = [{ id: 'a', name: 'a', worth: 10001 }];
    expect(problems({ sheet: judged, crowd: { minimum: 1, grades: tooMuch } })).toEqual([
      'crowd.grades.0.worth worth-out-of-range',
    ]);
  });

  it('B5 the quorum is a part of one', () => {
    expect(problems({ quorum: { of: 4, outOf: 3 } })).toEqual(['quorum quorum-out-of-range']);
    expect(problems({ quorum: { of: 0, outOf: 0 } })).toEqual(['quorum quorum-out-of-range']);
    expect(problems({ quorum: { of: 1, outOf: 1 } })).toEqual([]);
  });

  it('K1 K3 levels descend and no tie-break comes twice', () => {
    const levels = [
      { name: '好', from: 8000 },
      { name: '差', from: 8000 },
    ];
    expect(problems({ levels })).toEqual(['levels.1.from levels-not-descending']);
    expect(problems({ tieBreak: ['crowd', 'crowd'] })).toEqual(['tieBreak tie-break-repeated']);
  });

  it('X1 the schema bounds what comes over the wire', () => {
    const many = Array.from({ length: 31 }, (_, i) => ({ id: `c${i}`, name: 'c', weight: 100 }));
    const wrong = [
      { categories: many },
      { categories: [{ id: 'a', name: 'x'.repeat(41), weight: 1 }] },
      { categories: [{ id: 'a b', name: 'a', weight: 1 }] },
      { categories: [{ id: 'a', name: 'a', weight: 0.5 }] },
      { tieBreak: ['questioning', 'crowd', 'crowd'] },
      { surprise: true },
    ];
    for (const change of wrong) expect(v.is(ScoringSchema, { ...sheet, ...change })).toBe(false);
    expect(v.is(ScoresSchema, complete)).toBe(true);
    expect(v.is(ScoresSchema, { report: -1 })).toBe(false);
    expect(v.is(ScoresSchema, { report: '1' })).toBe(false);
  });
});

describe('points on a ballot', () => {
  const check = (change: Record<string, number>) => checkScores(sheet, { ...complete, ...change });

  it('S2 the total is the sum, the questioning part the sum of its criteria', () => {
    expect(totalOf(sheet, complete)).toBe(4900);
    expect(questioningOf(sheet, complete)).toBe(2050);
  });

  it('B1 takes a complete ballot in steps from 0 to full', () => {
    expect(checkScores(sheet, complete)).toBeNull();
    expect(check({ report: 0 })).toBeNull();
    expect(check({ report: 3000 })).toBeNull();
  });

  it('B1 names the first criterion that is wrong', () => {
    expect(checkScores(sheet, {})).toEqual({ code: 'score-missing', criterion: 'report' });
    expect(check({ other: 1 })).toEqual({ code: 'score-unknown-criterion', criterion: 'other' });
    expect(check({ report: 3050 })).toEqual({ code: 'score-out-of-range', criterion: 'report' });
    expect(check({ direct: -50 })).toEqual({ code: 'score-out-of-range', criterion: 'direct' });
    expect(check({ direct: NaN })).toEqual({ code: 'score-out-of-range', criterion: 'direct' });
    expect(check({ evidence: 25 })).toEqual({ code: 'score-off-step', criterion: 'evidence' });
  });

  it('B1 does not take what objects inherit for a score', () => {
    const odd: Scoring = { ...sheet, sheet: [{ ...first, id: 'valueOf' }] };
    expect(checkScores(odd, {})).toEqual({ code: 'score-missing', criterion: 'valueOf' });
  });

  it('B1 nobody fills in the criterion of the crowd', () => {
    const judged: Scoring = { ...sheet, sheet: [...sheet.sheet, crowd], crowd: crowdGrades };
    expect(checkScores(judged, complete)).toBeNull();
    expect(checkScores(judged, { ...complete, crowd: 0 })?.code).toBe('score-unknown-criterion');
  });

  it('B1 grades are worth an exact part of the full marks', () => {
    const grades = [
      { id: 'excellent', name: '优秀', worth: 10000 },
      { id: 'fair', name: '称职', worth: 7500 },
    ];
    const graded: Scoring = { ...sheet, input: 'grades', grades };
    expect(checkScoring(graded)).toEqual([]);
    const scores = { report: 2250, direct: 1500, evidence: 3000, measures: 2000 };
    expect(checkScores(graded, scores)).toBeNull();
    expect(checkScores(graded, { ...scores, report: 2300 })).toEqual({
      code: 'score-not-a-grade',
      criterion: 'report',
    });
    expect(problems({ input: 'grades', grades: [] })).toEqual(['grades no-grade']);
    const third = [{ id: 'third', name: 'third', worth: 3333 }];
    expect(problems({ input: 'grades', grades: third, sheet: [{ ...first, full: 50 }] })).toEqual([
      'sheet.0.full grade-not-exact',
    ]);
  });

  it('B1 never throws, whatever the points', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.double()), (scores) => void checkScores(sheet, scores)),
    );
  });
});
