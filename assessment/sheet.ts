/**
 * The scoring sheet of a meeting (S1): criteria, categories, trimming and levels. Every number of points,
 * weight, worth and threshold is in hundredths (30 points are 3000).
 */
import * as v from 'valibot';
import { MAX_POINTS } from './decimal.ts';
import type { Points } from './decimal.ts';

export { checkScores, checkScoring } from './sheet-check.ts';
export type { ScoreProblem, ScoreProblemCode, SheetProblem, SheetProblemCode } from './sheet-check.ts';

/** One line of the sheet. `step` is 0 for a criterion by the crowd, which nobody fills in. */
export interface Criterion {
  id: string;
  name: string;
  full: Points;
  step: Points;
  stage: 'report' | 'questioning' | 'overall' | 'crowd';
  by: 'examiners' | 'crowd';
}

/** A kind of examiner; weights count in proportion to each other, they need not sum to 100. */
export interface Category {
  id: string;
  name: string;
  weight: Points;
}

/** A word instead of a number; `worth` is its part of 100 (10000 is all of it). */
export interface Grade {
  id: string;
  name: string;
  worth: Points;
}

/** S4: `drop` highest and `drop` lowest go once a category has `from` ballots. */
export interface Trim {
  of: 'total' | 'criterion';
  drop: number;
  from: number;
}

/** K3: the level holds from this score upwards. */
export interface Level {
  name: string;
  from: Points;
}

export interface Scoring {
  sheet: Criterion[];
  input: 'points' | 'grades';
  /** Used only where `input` is `grades`. */
  grades: Grade[];
  categories: Category[];
  trim: Trim | null;
  empty: 'reweight' | 'zero';
  quorum: { of: number; outOf: number };
  /** Null where the sheet has no criterion by the crowd (X1); votes are then shown and not counted (B8). */
  crowd: { minimum: number; grades: Grade[] } | null;
  tieBreak: ('questioning' | 'crowd')[];
  levels: Level[];
}

/** A ballot's points by criterion, in hundredths. */
export type Scores = Record<string, Points>;

/** What the crowd can say, and what each is worth of 100 (S7, B8). */
export const DEFAULT_CROWD_GRADES: readonly Readonly<Grade>[] = [
  { id: 'satisfied', name: '满意', worth: 10000 },
  { id: 'fair', name: '基本满意', worth: 6000 },
  { id: 'unsatisfied', name: '不满意', worth: 0 },
];

/** The sheet that a new meeting starts from (S1, S4, B5, K1, K3); its figures are assumptions to be edited. */
export function defaultScoring(categories: readonly Category[]): Scoring {
  const by = 'examiners' as const;
  return {
    sheet: [
      { id: 'report', name: '述职', full: 3000, step: 50, stage: 'report', by },
      { id: 'direct', name: '正面回应', full: 2000, step: 50, stage: 'questioning', by },
      { id: 'evidence', name: '言之有据', full: 3000, step: 50, stage: 'questioning', by },
      { id: 'measures', name: '措施时限', full: 2000, step: 50, stage: 'questioning', by },
    ],
    input: 'points',
    grades: [],
    categories: categories.map((category) => ({ ...category })),
    trim: { of: 'total', drop: 1, from: 6 },
    empty: 'reweight',
    quorum: { of: 2, outOf: 3 },
    crowd: null,
    tieBreak: ['questioning', 'crowd'],
    levels: [
      { name: '好', from: 9000 },
      { name: '较好', from: 8000 },
      { name: '一般', from: 7000 },
      { name: '较差', from: 0 },
    ],
  };
}

/** The criteria that an examiner's ballot has to fill in (B1). */
export function examinerCriteria(scoring: Scoring): Criterion[] {
  return scoring.sheet.filter((criterion) => criterion.by === 'examiners');
}

/** All full marks together, the crowd's included, in hundredths. */
export function fullMarks(scoring: Scoring): Points {
  return scoring.sheet.reduce((sum, criterion) => sum + criterion.full, 0);
}

/** The full marks that examiners can give, in hundredths. */
export function examinersFullMarks(scoring: Scoring): Points {
  return examinerCriteria(scoring).reduce((sum, criterion) => sum + criterion.full, 0);
}

/** S2: the sum of a complete ballot's criteria, in hundredths. */
export function totalOf(scoring: Scoring, scores: Scores): Points {
  return examinerCriteria(scoring).reduce((sum, { id }) => sum + (scores[id] as Points), 0);
}

/** The sum of a complete ballot's questioning criteria (S4, S8), in hundredths; 0 where there are none. */
export function questioningOf(scoring: Scoring, scores: Scores): Points {
  const questioning = examinerCriteria(scoring).filter(({ stage }) => stage === 'questioning');
  return questioning.reduce((sum, { id }) => sum + (scores[id] as Points), 0);
}

/** Most criteria, categories, grades or levels that one sheet may have. */
export const MAX_LIST = 30;
/** Longest name on a sheet, in UTF-16 units. */
const MAX_NAME = 40;

/** Ids are keys of plain objects, so the two words that JavaScript gives to every object are refused. */
export const IdSchema = v.pipe(
  v.string(),
  v.regex(/^(?!(?:constructor|prototype)$)[a-z0-9][a-z0-9-]{0,31}$/i),
);
export const NameSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_NAME));
/** Hundredths on the wire. */
const PointsSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_POINTS));

const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const list = <S extends v.GenericSchema>(schema: S) => v.pipe(v.array(schema), v.maxLength(MAX_LIST));
const GradeSchema = v.strictObject({ id: IdSchema, name: NameSchema, worth: PointsSchema });
const CriterionSchema = v.strictObject({
  id: IdSchema,
  name: NameSchema,
  full: PointsSchema,
  step: v.optional(PointsSchema, 0),
  stage: v.picklist(['report', 'questioning', 'overall', 'crowd']),
  by: v.picklist(['examiners', 'crowd']),
});

/** A sheet on the wire; the shape and sizes only, `checkScoring` says whether it makes sense. */
export const ScoringSchema = v.strictObject({
  sheet: list(CriterionSchema),
  input: v.picklist(['points', 'grades']),
  grades: list(GradeSchema),
  categories: list(v.strictObject({ id: IdSchema, name: NameSchema, weight: PointsSchema })),
  trim: v.nullable(
    v.strictObject({ of: v.picklist(['total', 'criterion']), drop: CountSchema, from: CountSchema }),
  ),
  empty: v.picklist(['reweight', 'zero']),
  quorum: v.strictObject({ of: CountSchema, outOf: CountSchema }),
  crowd: v.nullable(v.strictObject({ minimum: CountSchema, grades: list(GradeSchema) })),
  tieBreak: v.pipe(v.array(v.picklist(['questioning', 'crowd'])), v.maxLength(2)),
  levels: list(v.strictObject({ name: NameSchema, from: PointsSchema })),
});

/** A ballot's points on the wire; `checkScores` holds them against the sheet (B1). */
export const ScoresSchema = v.pipe(v.record(IdSchema, PointsSchema), v.maxEntries(MAX_LIST));
