/** The sheet's page: the form, the presets, what is said of a place, and the made-up set of the try-out. */
import { describe, expect, test } from 'vitest';
import { of } from '../../assessment/rational.ts';
import { checkScores, checkScoring } from '../../assessment/sheet-check.ts';
import { adviseSheet, type SheetAdvice } from '../../assessment/sheet-advice.ts';
import { defaultScoring, fullMarks, type Scoring } from '../../assessment/sheet.ts';
import { scoringSteps } from '../../assessment/scoring-steps.ts';
import { Notes, type Note } from '../../web/lib/console/sheet/notes.ts';
import { PRESETS, presetScoring, proposedCrowd } from '../../web/lib/console/sheet/presets.ts';
import { formOf, scoringFrom, type SheetForm } from '../../web/lib/console/sheet/sheet-form.ts';
import { longPoints, percent } from '../../assessment/figures.ts';
import { ballotsPlanned, madeUpBallots, madeUpVotes } from '../../web/lib/console/sheet/try/made-up.ts';
import { Trial } from '../../web/lib/console/sheet/try/trial.svelte.ts';
import * as en from '../../web/text/console/en/sheet.ts';
import * as zh from '../../web/text/console/zh-CN/sheet.ts';

const CATEGORIES = [
  { id: 'party', name: '党员代表', weight: 6000 },
  { id: 'media', name: '媒体代表', weight: 4000 },
];
const scoring = defaultScoring(CATEGORIES);
const formWith = (change: (form: SheetForm) => void): SheetForm => {
  const form = formOf(scoring, proposedCrowd());
  change(form);
  return form;
};
const problemsOf = (change: (form: SheetForm) => void) =>
  scoringFrom(formWith(change)).problems.map(({ path, code }) => `${path} ${code}`);

describe('the sheet as a form', () => {
  test('S1 there and back it is the same sheet, with every kind of preset', () => {
    for (const preset of PRESETS) {
      const sheet = presetScoring(preset, CATEGORIES);
      const back = scoringFrom(formOf(sheet, proposedCrowd()));
      expect(back.problems).toEqual([]);
      expect(back.scoring).toEqual({ ...sheet, sheet: back.scoring.sheet });
      expect(checkScoring(back.scoring)).toEqual([]);
    }
  });

  test('what is no number is one problem at its place, and not a second one about 0', () => {
    expect(problemsOf((form) => (form.sheet[0]!.full = '31,5'))).toEqual(['sheet.0.full not-a-number']);
    expect(problemsOf((form) => (form.levels[0]!.from = '九十'))).toEqual(['levels.0.from not-a-number']);
    expect(problemsOf((form) => (form.trim.drop = '一'))).toEqual(['trim.drop not-a-count']);
    expect(problemsOf((form) => (form.quorum = { of: 'x', outOf: 'y' }))).toEqual(['quorum not-a-count']);
    expect(problemsOf((form) => (form.sheet[1]!.name = ' '))).toEqual(['sheet.1.name name-missing']);
  });

  test('reads what a Chinese keyboard types', () => {
    const form = formWith((one) => {
      one.sheet[0]!.full = '３０．５';
      one.sheet[1]!.step = ' 0。5 ';
      one.trim.from = '６';
    });
    const { scoring: read, problems } = scoringFrom(form);
    expect(problems).toEqual([]);
    expect([read.sheet[0]?.full, read.sheet[1]?.step, read.trim?.from]).toEqual([3050, 50, 6]);
  });

  test('B1 what stands in a step’s hidden field is no matter where grades are given', () => {
    const form = formOf(presetScoring('review', CATEGORIES), proposedCrowd());
    form.sheet[0]!.step = '0';
    form.sheet[1]!.step = 'x';
    expect(scoringFrom(form).problems).toEqual([]);
    form.input = 'points';
    expect(scoringFrom(form).problems.map(({ path }) => path)).toEqual(['sheet.1.step', 'sheet.0.step']);
  });

  test('S7 a criterion by the crowd brings its settings along, and takes them away', () => {
    const counted = scoringFrom(formWith((form) => (form.sheet[0]!.stage = 'crowd')));
    expect(counted.scoring.crowd).toEqual({ minimum: 30, grades: proposedCrowd() });
    expect(scoringFrom(formWith(() => undefined)).scoring.crowd).toBeNull();
  });
});

describe('presets', () => {
  test('S1 each is of 100 points, keeps the meeting’s categories, and is called by its names', () => {
    for (const preset of PRESETS) {
      const sheet = presetScoring(preset, CATEGORIES);
      expect(fullMarks(sheet)).toBe(10000);
      expect(sheet.categories).toEqual(CATEGORIES);
      expect(sheet.levels.every(({ name }) => name !== '')).toBe(true);
    }
    expect(presetScoring('review', []).grades.map(({ name }) => name)).toEqual([
      '优秀',
      '称职',
      '基本称职',
      '不称职',
    ]);
    expect(presetScoring('stars', []).levels.map(({ name }) => name)[0]).toBe('五星');
    expect(presetScoring('crowd', []).crowd?.minimum).toBe(30);
  });

  test('B8 the crowd’s is advised on, the others are not', () => {
    const looks = PRESETS.map((preset) =>
      adviseSheet(presetScoring(preset, CATEGORIES), { party: 9, media: 9 })
        .filter(({ tone }) => tone === 'look')
        .map(({ code }) => code),
    );
    expect(looks).toEqual([[], ['crowd-counted'], [], []]);
  });
});

describe('what is said', () => {
  const small: SheetAdvice = { path: 'categories.1', code: 'category-small', tone: 'look', value: 3 };

  test('of full marks of 95 and of three examiners, in both languages', () => {
    const full: SheetAdvice = { path: 'sheet', code: 'full-not-hundred', tone: 'look', value: 9500 };
    expect(zh.sheet.advice(full)).toMatch(/^满分合计 95 分/);
    expect(en.sheet.advice(full)).toMatch(/^The full marks sum to 95/);
    expect(zh.sheet.advice(small)).toBe('只有 3 位考官，分数可能被猜出。');
    expect(en.sheet.advice(small)).toBe('Only 3 examiners: their scores may be guessed.');
  });

  test('of a problem at its field, and with its place where all are listed', () => {
    const one = { path: 'crowd.grades.2.worth', code: 'worth-out-of-range' as const };
    expect(zh.sheet.problemAt(one)).toBe('要在 0 到 100 之间。');
    expect(zh.sheet.problem(one)).toBe('群众的选项第 3 行的折算：要在 0 到 100 之间。');
    expect(en.sheet.problem({ path: 'trim.from', code: 'trim-too-small', limit: 3 })).toBe(
      'Trimming, from how many ballots: must be at least 3, or no ballot is left.',
    );
    const large = { path: 'sheet', code: 'full-too-large' as const, value: 10_000_000, limit: 9_999_999 };
    expect(zh.sheet.problem(large)).toBe('评分项：满分合计 100000 分，不能超过 99999.99 分。');
    expect(zh.sheet.problem({ path: 'quorum', code: 'not-a-count' })).toBe('有效票比例：请填整数。');
  });

  test('a row gathers what is said of it and of its fields, and no other row', () => {
    const notes = new Notes(
      () => [
        { path: 'sheet.1', text: 'row', tone: 'look' },
        { path: 'sheet.1.full', text: 'field', tone: 'wrong' },
        { path: 'sheet.11.full', text: 'other', tone: 'wrong' },
      ],
      'x',
    );
    const texts = notes
      .under('sheet.1')
      .flatMap(([, list]: [string, Note[]]) => list.map(({ text }) => text));
    expect(texts).toEqual(['row', 'field']);
    expect([notes.wrong('sheet.1.full'), notes.wrong('sheet.1')]).toEqual([true, false]);
    expect([notes.describes('sheet.1.full'), notes.describes('quorum')]).toEqual([
      'x-sheet.1.full',
      undefined,
    ]);
  });
});

describe('the try-out', () => {
  const heads = { party: 10, media: 3 };
  const review: Scoring = presetScoring('review', CATEGORIES);

  test('B1 makes up complete ballots for as many as are on the list, the same for the same seed', () => {
    for (const sheet of [scoring, review]) {
      const ballots = madeUpBallots(sheet, heads, 1);
      expect(ballots).toHaveLength(13);
      expect(new Set(ballots.map(({ receipt }) => receipt)).size).toBe(13);
      for (const { scores } of ballots) expect(checkScores(sheet, scores)).toBeNull();
      expect(madeUpBallots(sheet, heads, 1)).toEqual(ballots);
      expect(madeUpBallots(sheet, heads, 2)).not.toEqual(ballots);
    }
  });

  test('takes a few of every category while nobody is on the list, and none of one that alone is empty', () => {
    expect(ballotsPlanned(scoring, {})).toEqual({ party: 7, media: 7 });
    expect(ballotsPlanned(scoring, { party: 4 })).toEqual({ party: 4, media: 0 });
    expect(ballotsPlanned(scoring, { party: 400 }).party).toBe(60);
  });

  test('S7 makes up enough voices where they count', () => {
    expect(madeUpVotes(scoring, 1)).toEqual({});
    const votes = madeUpVotes(presetScoring('crowd', CATEGORIES), 1);
    expect(Object.keys(votes)).toEqual(['satisfied', 'fair', 'unsatisfied']);
    expect(Object.values(votes).reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(30);
  });

  test('a score that is typed over counts; one that does not fit the sheet is marked and does not', () => {
    const trial = new Trial();
    const before = scoringSteps(scoring, trial.input(scoring, heads));
    trial.typed.set('ballot media/001 report', '0');
    const input = trial.input(scoring, heads);
    const changed = input.ballots.find(({ receipt }) => receipt === 'media/001')!;
    expect(changed.scores.report).toBe(0);
    expect(scoringSteps(scoring, input).score.score).toBeLessThan(before.score.score ?? 0);
    trial.typed.set('ballot media/001 report', '30.3');
    expect(trial.wrong(scoring, changed, 'report')).toBe(true);
    expect(scoringSteps(scoring, trial.input(scoring, heads)).score).toEqual(before.score);
    trial.again();
    expect([trial.seed, trial.typed.size]).toEqual([2, 0]);
  });

  test('B5 S9 ballots, the eligible, votes and deductions can be typed over; nonsense is not counted', () => {
    const trial = new Trial();
    const type = (key: string, text: string) => trial.typed.set(key, text);
    type('heads media', '０');
    type('eligible', '40');
    type('deductions', '1.5');
    expect(trial.input(scoring, heads)).toMatchObject({ eligible: 40, deductions: 150 });
    expect(trial.input(scoring, heads).ballots).toHaveLength(10);
    type('heads media', '61');
    type('eligible', '-1');
    type('deductions', 'x');
    expect(trial.input(scoring, heads)).toMatchObject({ eligible: 13, deductions: 0 });
  });

  test('S10 shows exact figures as far as they go, and marks where they go on', () => {
    expect(longPoints(of(664_50, 8))).toBe('83.0625');
    expect(longPoints(of(25000, 3))).toBe('83.3333…');
    expect(longPoints(of(10000))).toBe('100');
    expect(longPoints(of(5, 10))).toBe('0.005');
    expect(longPoints(of(1, 100_000))).toBe('0.0000…');
    expect([percent(of(1, 3)), percent(of(1, 5)), percent(of(1))]).toEqual(['33.33…%', '20%', '100%']);
  });
});
