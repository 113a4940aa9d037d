/** The scoring sheet as text fields, and back into hundredths; what is no number is a problem with its place. */
import { formatPoints, parsePoints } from '$assessment/decimal.ts';
import { checkScoring, type SheetProblem } from '$assessment/sheet-check.ts';
import type { Criterion, Grade, Scoring, Trim } from '$assessment/sheet.ts';

export interface CriterionField {
  id: string;
  name: string;
  full: string;
  step: string;
  stage: Criterion['stage'];
}
export interface GradeField {
  id: string;
  name: string;
  worth: string;
}
export interface SheetForm {
  sheet: CriterionField[];
  input: Scoring['input'];
  grades: GradeField[];
  categories: { id: string; name: string; weight: string }[];
  trim: { on: boolean; of: Trim['of']; drop: string; from: string };
  empty: Scoring['empty'];
  quorum: { of: string; outOf: string };
  crowd: { minimum: string; grades: GradeField[] };
  /** The parts in order, with commas. */
  tieBreak: string;
  levels: { name: string; from: string }[];
}

export interface FormProblem extends Omit<SheetProblem, 'code'> {
  code: SheetProblem['code'] | 'not-a-number' | 'name-missing';
}

const gradeFields = (grades: readonly Grade[]): GradeField[] =>
  grades.map(({ id, name, worth }) => ({ id, name, worth: formatPoints(worth) }));

export function formOf(scoring: Scoring, crowdGrades: readonly Grade[]): SheetForm {
  const { trim, quorum, crowd } = scoring;
  return {
    sheet: scoring.sheet.map(({ id, name, full, step, stage }) => ({
      id,
      name,
      full: formatPoints(full),
      step: formatPoints(step),
      stage,
    })),
    input: scoring.input,
    grades: gradeFields(scoring.grades),
    categories: scoring.categories.map(({ id, name, weight }) => ({
      id,
      name,
      weight: formatPoints(weight),
    })),
    trim: {
      on: trim !== null,
      of: trim?.of ?? 'total',
      drop: String(trim?.drop ?? 1),
      from: String(trim?.from ?? 6),
    },
    empty: scoring.empty,
    quorum: { of: String(quorum.of), outOf: String(quorum.outOf) },
    crowd: { minimum: String(crowd?.minimum ?? 30), grades: gradeFields(crowd?.grades ?? crowdGrades) },
    tieBreak: scoring.tieBreak.join(),
    levels: scoring.levels.map(({ name, from }) => ({ name, from: formatPoints(from) })),
  };
}

/** Reads numbers and notes where there was none. */
class Reader {
  readonly problems: FormProblem[] = [];

  points(text: string, path: string): number {
    return this.#or(parsePoints(text.trim()), path);
  }

  count(text: string, path: string): number {
    return this.#or(/^\d{1,6}$/.test(text.trim()) ? Number(text) : null, path);
  }

  name(text: string, path: string): string {
    if (text.trim() === '') this.problems.push({ path, code: 'name-missing' });
    return text.trim();
  }

  #or(value: number | null, path: string): number {
    if (value === null) this.problems.push({ path, code: 'not-a-number' });
    return value ?? 0;
  }
}

function gradesFrom(read: Reader, grades: readonly GradeField[], path: string): Grade[] {
  return grades.map(({ id, name, worth }, at) => ({
    id,
    name: read.name(name, `${path}.${at}.name`),
    worth: read.points(worth, `${path}.${at}.worth`),
  }));
}

function criteriaFrom(read: Reader, fields: readonly CriterionField[]): Criterion[] {
  return fields.map(({ id, name, full, step, stage }, at) => {
    const by = stage === 'crowd' ? ('crowd' as const) : ('examiners' as const);
    const path = `sheet.${at}`;
    const steps = by === 'crowd' ? 0 : read.points(step, `${path}.step`);
    return {
      id,
      name: read.name(name, `${path}.name`),
      full: read.points(full, `${path}.full`),
      step: steps,
      stage,
      by,
    };
  });
}

export function scoringFrom(form: SheetForm): { scoring: Scoring; problems: FormProblem[] } {
  const read = new Reader();
  const sheet = criteriaFrom(read, form.sheet);
  const counts = sheet.some((one) => one.by === 'crowd');
  const { trim, crowd } = form;
  const scoring: Scoring = {
    sheet,
    input: form.input,
    grades: form.input === 'grades' ? gradesFrom(read, form.grades, 'grades') : [],
    categories: form.categories.map(({ id, name, weight }, at) => ({
      id,
      name: read.name(name, `categories.${at}.name`),
      weight: read.points(weight, `categories.${at}.weight`),
    })),
    trim: trim.on
      ? { of: trim.of, drop: read.count(trim.drop, 'trim.drop'), from: read.count(trim.from, 'trim.from') }
      : null,
    empty: form.empty,
    quorum: { of: read.count(form.quorum.of, 'quorum'), outOf: read.count(form.quorum.outOf, 'quorum') },
    crowd: counts
      ? {
          minimum: read.count(crowd.minimum, 'crowd.minimum'),
          grades: gradesFrom(read, crowd.grades, 'crowd.grades'),
        }
      : null,
    tieBreak: form.tieBreak === '' ? [] : (form.tieBreak.split(',') as Scoring['tieBreak']),
    levels: form.levels.map(({ name, from }, at) => ({
      name: read.name(name, `levels.${at}.name`),
      from: read.points(from, `levels.${at}.from`),
    })),
  };
  // What is no number is 0 in the sheet; a second complaint about that 0 would only confuse.
  const known = new Set(read.problems.map((one) => one.path));
  return {
    scoring,
    problems: [...read.problems, ...checkScoring(scoring).filter((one) => !known.has(one.path))],
  };
}
