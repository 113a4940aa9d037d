/** Whether a sheet makes sense (S1, S4, S7, B5, K3) and whether a ballot fits it (B1). */
import { MAX_POINTS } from './decimal.ts';
import type { Criterion, Grade, Scores, Scoring } from './sheet.ts';

export type SheetProblemCode =
  | 'no-examiner-criterion'
  | 'no-category'
  | 'no-grade'
  | 'id-malformed'
  | 'duplicate-id'
  | 'full-not-positive'
  | 'full-too-large'
  | 'step-not-positive'
  | 'step-does-not-divide'
  | 'weight-not-positive'
  | 'worth-out-of-range'
  | 'grade-not-exact'
  | 'stage-not-by'
  | 'crowd-more-than-one'
  | 'crowd-missing'
  | 'crowd-without-criterion'
  | 'trim-too-small'
  | 'quorum-out-of-range'
  | 'levels-not-descending'
  | 'tie-break-repeated';

/** `path` points into the sheet (`sheet.0.full`); `value` is what stands there, `limit` what it is held to. */
export interface SheetProblem {
  path: string;
  code: SheetProblemCode;
  value?: number;
  limit?: number;
}

export type ScoreProblemCode =
  'score-missing' | 'score-unknown-criterion' | 'score-out-of-range' | 'score-off-step' | 'score-not-a-grade';

export interface ScoreProblem {
  code: ScoreProblemCode;
  criterion: string;
}

const ID = /^[a-z0-9][a-z0-9-]{0,31}$/i;
/** The worth of all full marks, in hundredths of 100. */
const ALL = 10_000;

function idProblems(path: string, items: readonly { id: string }[]): SheetProblem[] {
  const seen = new Set<string>();
  const problems: SheetProblem[] = [];
  items.forEach(({ id }, at) => {
    if (!ID.test(id) || id === 'constructor' || id === 'prototype') {
      problems.push({ path: `${path}.${at}.id`, code: 'id-malformed' });
    }
    if (seen.has(id)) problems.push({ path: `${path}.${at}.id`, code: 'duplicate-id' });
    seen.add(id);
  });
  return problems;
}

function gradeProblems(path: string, grades: readonly Grade[]): SheetProblem[] {
  const problems = idProblems(path, grades);
  if (grades.length === 0) problems.push({ path, code: 'no-grade' });
  grades.forEach(({ worth }, at) => {
    if (worth >= 0 && worth <= ALL) return;
    problems.push({ path: `${path}.${at}.worth`, code: 'worth-out-of-range', value: worth, limit: ALL });
  });
  return problems;
}

function criterionProblems(scoring: Scoring, criterion: Criterion, path: string): SheetProblem[] {
  const { full, step, stage, by } = criterion;
  const problems: SheetProblem[] = [];
  if (full <= 0) problems.push({ path: `${path}.full`, code: 'full-not-positive', value: full });
  if ((stage === 'crowd') !== (by === 'crowd'))
    problems.push({ path: `${path}.stage`, code: 'stage-not-by' });
  if (by === 'crowd') return problems;
  if (step <= 0) problems.push({ path: `${path}.step`, code: 'step-not-positive', value: step });
  else if (scoring.input === 'points' && full % step !== 0) {
    problems.push({ path: `${path}.step`, code: 'step-does-not-divide', value: step, limit: full });
  }
  if (scoring.input === 'grades') {
    const inexact = scoring.grades.find(({ worth }) => (full * worth) % ALL !== 0);
    if (inexact) {
      problems.push({ path: `${path}.full`, code: 'grade-not-exact', value: full, limit: inexact.worth });
    }
  }
  return problems;
}

function sheetProblems(scoring: Scoring): SheetProblem[] {
  const { sheet } = scoring;
  const problems = idProblems('sheet', sheet);
  sheet.forEach((criterion, at) => problems.push(...criterionProblems(scoring, criterion, `sheet.${at}`)));
  if (!sheet.some(({ by }) => by === 'examiners')) {
    problems.push({ path: 'sheet', code: 'no-examiner-criterion' });
  }
  // A score can be as large as all full marks together, and must fit a decimal string of the bundle (X1).
  const all = sheet.reduce((sum, { full }) => sum + full, 0);
  if (all > MAX_POINTS)
    problems.push({ path: 'sheet', code: 'full-too-large', value: all, limit: MAX_POINTS });
  if (scoring.input === 'grades') problems.push(...gradeProblems('grades', scoring.grades));
  return problems;
}

function crowdProblems({ sheet, crowd }: Scoring): SheetProblem[] {
  const problems = crowd ? gradeProblems('crowd.grades', crowd.grades) : [];
  const criteria = sheet.filter(({ by }) => by === 'crowd').length;
  if (criteria > 1) problems.push({ path: 'sheet', code: 'crowd-more-than-one', value: criteria, limit: 1 });
  if (criteria > 0 && !crowd) problems.push({ path: 'crowd', code: 'crowd-missing' });
  if (criteria === 0 && crowd) problems.push({ path: 'crowd', code: 'crowd-without-criterion' });
  return problems;
}

function categoryProblems({ categories }: Scoring): SheetProblem[] {
  const problems = idProblems('categories', categories);
  if (categories.length === 0) problems.push({ path: 'categories', code: 'no-category' });
  categories.forEach(({ weight }, at) => {
    if (weight > 0) return;
    problems.push({ path: `categories.${at}.weight`, code: 'weight-not-positive', value: weight });
  });
  return problems;
}

function countingProblems({ trim, quorum, levels, tieBreak }: Scoring): SheetProblem[] {
  const problems: SheetProblem[] = [];
  if (trim && trim.from < 2 * trim.drop + 1) {
    problems.push({ path: 'trim.from', code: 'trim-too-small', value: trim.from, limit: 2 * trim.drop + 1 });
  }
  if (quorum.outOf < 1 || quorum.of < 0 || quorum.of > quorum.outOf) {
    problems.push({ path: 'quorum', code: 'quorum-out-of-range', value: quorum.of, limit: quorum.outOf });
  }
  levels.forEach(({ from }, at) => {
    const above = levels[at - 1];
    if (!above || from < above.from) return;
    problems.push({
      path: `levels.${at}.from`,
      code: 'levels-not-descending',
      value: from,
      limit: above.from,
    });
  });
  if (new Set(tieBreak).size < tieBreak.length) {
    problems.push({ path: 'tieBreak', code: 'tie-break-repeated' });
  }
  return problems;
}

/** Everything that is wrong with a sheet; empty where a meeting can be counted with it. All in hundredths. */
export function checkScoring(scoring: Scoring): SheetProblem[] {
  return [
    ...sheetProblems(scoring),
    ...categoryProblems(scoring),
    ...crowdProblems(scoring),
    ...countingProblems(scoring),
  ];
}

function scoreProblem(scoring: Scoring, criterion: Criterion, value: number): ScoreProblem['code'] | null {
  if (!Number.isInteger(value) || value < 0 || value > criterion.full) return 'score-out-of-range';
  if (scoring.input === 'points') return value % criterion.step === 0 ? null : 'score-off-step';
  const fits = scoring.grades.some(({ worth }) => value * ALL === criterion.full * worth);
  return fits ? null : 'score-not-a-grade';
}

/** B1: the first thing wrong with a ballot's points (hundredths by criterion), or null. */
export function checkScores(scoring: Scoring, scores: Scores): ScoreProblem | null {
  const criteria = scoring.sheet.filter(({ by }) => by === 'examiners');
  const unknown = Object.keys(scores).find((key) => !criteria.some(({ id }) => id === key));
  if (unknown !== undefined) return { code: 'score-unknown-criterion', criterion: unknown };
  for (const criterion of criteria) {
    // An own property only: a criterion may be called like something that every object inherits.
    const value = Object.prototype.hasOwnProperty.call(scores, criterion.id)
      ? scores[criterion.id]
      : undefined;
    if (value === undefined) return { code: 'score-missing', criterion: criterion.id };
    const code = scoreProblem(scoring, criterion, value);
    if (code) return { code, criterion: criterion.id };
  }
  return null;
}
