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
  code: SheetProblem['code'] | 'not-a-number' | 'not-a-count' | 'name-missing';
}

/** Digits and points as they are typed with a Chinese keyboard: １２．５ and 12。5 are 12.5. */
const plainDigits = (text: string): string => text.normalize('NFKC').replace(/[。｡]/g, '.').trim();

/** Points as they are typed, in hundredths; null for anything else. */
export const readPoints = (text: string): number | null => parsePoints(plainDigits(text));

/** A count as it is typed; null for anything else. */
export function readCount(text: string): number | null {
  const plain = plainDigits(text);
  return /^\d{1,6}$/.test(plain) ? Number(plain) : null;
}

const gradeFields = (grades: readonly Grade[]): GradeField[] =>
  grades.map(({ id, name, worth }) => ({ id, name, worth: formatPoints(worth) }));

/** A sheet as text fields; `crowdGrades` stand ready for a sheet that does not count the crowd yet. */
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
    return this.#or(readPoints(text), path, 'not-a-number');
  }

  count(text: string, path: string): number {
    return this.#or(readCount(text), path, 'not-a-count');
  }

  name(text: string, path: string): string {
    if (text.trim() === '') this.problems.push({ path, code: 'name-missing' });
    return text.trim();
  }

  #or(value: number | null, path: string, code: FormProblem['code']): number {
    if (value === null) this.problems.push({ path, code });
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

/** The step of a criterion that is scored in grades: none of its own, so that what stands in its hidden field is no matter. */
const GRADED_STEP = 100;

function criteriaFrom(read: Reader, { sheet, input }: SheetForm): Criterion[] {
  return sheet.map(({ id, name, full, step, stage }, at) => {
    const by = stage === 'crowd' ? ('crowd' as const) : ('examiners' as const);
    const path = `sheet.${at}`;
    const stepped = (): number =>
      input === 'grades' ? readPoints(step) || GRADED_STEP : read.points(step, `${path}.step`);
    const steps = by === 'crowd' ? 0 : stepped();
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

/** Where else a number that could not be read would be complained of. */
const besides = (path: string): string[] => {
  const row = /^(sheet|levels)\.(\d+)\.(full|from)$/.exec(path);
  if (row?.[1] === 'sheet') return [`sheet.${row[2]}.step`];
  if (row?.[1] === 'levels') return [`levels.${Number(row[2]) + 1}.from`];
  return path === 'trim.drop' ? ['trim.from'] : [];
};

/** One problem for both halves of the fraction, for they stand at one place. */
function quorumFrom(read: Reader, { of, outOf }: SheetForm['quorum']): Scoring['quorum'] {
  const half = readCount(of) === null ? of : outOf;
  return readCount(half) === null
    ? { of: read.count(half, 'quorum'), outOf: 1 }
    : { of: read.count(of, 'quorum'), outOf: read.count(outOf, 'quorum') };
}

/** The sheet that a form says, and what is wrong with it; what could not be read is 0 in it. */
export function scoringFrom(form: SheetForm): { scoring: Scoring; problems: FormProblem[] } {
  const read = new Reader();
  const sheet = criteriaFrom(read, form);
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
    quorum: quorumFrom(read, form.quorum),
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
  const unread = read.problems.filter(({ code }) => code !== 'name-missing').map(({ path }) => path);
  const follows = ({ path }: SheetProblem): boolean =>
    unread.some((one) => one === path || besides(one).includes(path));
  return { scoring, problems: [...read.problems, ...checkScoring(scoring).filter((one) => !follows(one))] };
}
