import { beforeEach, describe, expect, test } from 'vitest';
import { defaultScoring, type Criterion, type Scoring } from '../../assessment/sheet.ts';
import { Draft } from '../../web/lib/phone/draft.svelte.ts';
import { tidyNumber } from '../../web/lib/phone/tidy.ts';

const scoring = defaultScoring([{ id: 'people', name: '群众代表', weight: 100 }]);
const criterion = (id: string): Criterion => scoring.sheet.find((one) => one.id === id)!;
let key = 0;
const fresh = (over?: Scoring) => new Draft(`${key}`, () => over ?? scoring, null);
const whole = { report: '27.5', direct: '17', evidence: '25.5', measures: '16.5' };
const filled = (over: Partial<typeof whole> = {}) => {
  const draft = fresh();
  for (const [id, typed] of Object.entries({ ...whole, ...over })) draft.type(id, typed);
  return draft;
};

beforeEach(() => (key += 1));

describe('B1 a ballot as it is typed', () => {
  test.each([
    ['２７。５', '27.5'],
    [' 27,5 ', '27.5'],
    ['027.', '27'],
    ['.5', '0.5'],
    ['0', '0'],
    ['00', '0'],
    ['二十', '二十'],
  ])('%s is read as %s', (typed, tidy) => expect(tidyNumber(typed)).toBe(tidy));

  test.each([
    ['report', '', null, 'score-missing'],
    ['report', '27.5', null, null],
    ['report', '30.5', 'score-out-of-range', 'score-out-of-range'],
    ['report', '27.3', 'score-off-step', 'score-off-step'],
    ['report', '-1', 'not-a-number', 'not-a-number'],
    ['report', '2e1', 'not-a-number', 'not-a-number'],
    ['direct', '20', null, null],
    ['direct', '20.5', 'score-out-of-range', 'score-out-of-range'],
  ])('%s %s: %s while it is filled in, %s when it is checked', (id, typed, before, checked) => {
    const draft = fresh();
    draft.type(id, typed);
    expect([draft.problem(criterion(id), false), draft.problem(criterion(id), true)]).toEqual([
      before,
      checked,
    ]);
  });

  test('grades are held to their worth', () => {
    const grades: Scoring = {
      ...scoring,
      input: 'grades',
      grades: [{ id: 'good', name: '好', worth: 9000 }],
    };
    const draft = fresh(grades);
    draft.set('report', 2700);
    expect(draft.problem(criterion('report'), true)).toBeNull();
    draft.set('report', 2650);
    expect(draft.problem(criterion('report'), true)).toBe('score-not-a-grade');
  });

  test('is whole in hundredths, or not at all', () => {
    expect(filled().scores()).toEqual({ report: 2750, direct: 1700, evidence: 2550, measures: 1650 });
    expect(filled({ evidence: '31' }).scores()).toBeNull();
    expect(filled({ evidence: '' }).scores()).toBeNull();
    expect(filled({ evidence: '' }).wrong()?.id).toBe('evidence');
    expect(filled({ evidence: '' }).total()).toBe(6100);
  });
});

describe('steps', () => {
  const after = (typed: string, by: 1 | -1, times = 1) => {
    const draft = fresh();
    draft.type('report', typed);
    for (let k = 0; k < times; k++) draft.step(criterion('report'), by);
    return draft.of('report');
  };

  test.each([
    ['', -1, '30'],
    ['', 1, '0.5'],
    ['30', 1, '30'],
    ['0', -1, '0'],
    ['27', 1, '27.5'],
    ['27.3', 1, '27.5'],
    ['27.3', -1, '27'],
    ['99', -1, '30'],
  ] as const)('from “%s” by %i to %s', (typed, by, to) => expect(after(typed, by)).toBe(to));

  test('never leave the range', () => {
    expect(after('29', 1, 9)).toBe('30');
    expect(after('1', -1, 9)).toBe('0');
  });
});

describe('B2 a draft', () => {
  test('is there again, until it is forgotten', () => {
    filled();
    expect(fresh().scores()).toEqual(filled().scores());
    fresh().forget();
    expect(fresh().begun()).toBe(false);
  });

  test('begins with the ballot that counts', () => {
    expect(new Draft(`${key}`, () => scoring, { report: 2750 }).of('report')).toBe('27.5');
  });
});
