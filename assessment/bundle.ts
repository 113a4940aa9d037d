/**
 * The bundle (X1): the whole record of a count without names, from which anyone can count again. In it every
 * number of points, marks, worth, weight or threshold is a decimal string ("12.5"), never a float.
 */
import * as v from 'valibot';
import { BundleResultSchema } from './bundle-appeal.ts';
import { bundleProblems } from './bundle-check.ts';
import type { BundleProblem } from './bundle-check.ts';
import { formatPoints, parsePoints } from './decimal.ts';
import type { Points } from './decimal.ts';
import { MAX_DRAW_NUMBER } from './lots.ts';
import { IdSchema, MAX_LIST, NameSchema } from './sheet.ts';
import type { Grade, Scores, Scoring } from './sheet.ts';

export type { BundleProblem, BundleProblemCode } from './bundle-check.ts';

/** What a bundle calls itself. */
export const FORMAT = 'dakaochang/bundle';
export const VERSION = 1;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const list = <S extends v.GenericSchema>(schema: S, most: number) =>
  v.pipe(v.array(schema), v.maxLength(most));
const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const decimal = v.pipe(
  v.string(),
  v.check((value) => parsePoints(value) !== null),
);
/** A score as it is shown: exactly two decimals. */
const shown = v.nullable(v.pipe(decimal, v.regex(/\.[0-9]{2}$/)));
const UNITS = 1_000;
const BALLOTS = 500_000;

/** Names that valibot leaves out of a record without a word: nobody's criterion and nobody's grade. */
const LEFT_OUT = ['__proto__', 'prototype', 'constructor'];
const isWhole = (input: unknown): boolean =>
  typeof input !== 'object' || input === null || !Object.keys(input).some((key) => LEFT_OUT.includes(key));
const record = <S extends v.GenericSchema>(value: S) =>
  v.pipe(v.custom<Record<string, v.InferInput<S>>>(isWhole), v.record(IdSchema, value));

const GradeSchema = v.strictObject({ id: IdSchema, name: NameSchema, worth: decimal });

/** The sheet as a bundle carries it; `input` and `grades` only where ballots are given in grades (B1). */
const BundleScoringSchema = v.strictObject({
  sheet: list(
    v.strictObject({
      id: IdSchema,
      name: NameSchema,
      full: decimal,
      step: v.optional(decimal),
      stage: v.picklist(['report', 'questioning', 'overall', 'crowd']),
      by: v.picklist(['examiners', 'crowd']),
    }),
    MAX_LIST,
  ),
  input: v.optional(v.picklist(['points', 'grades'])),
  grades: v.optional(list(GradeSchema, MAX_LIST)),
  categories: list(v.strictObject({ id: IdSchema, name: NameSchema, weight: decimal }), MAX_LIST),
  trim: v.nullable(
    v.strictObject({ of: v.picklist(['total', 'criterion']), drop: count(1_000), from: count(10_000) }),
  ),
  empty: v.picklist(['reweight', 'zero']),
  quorum: v.pipe(v.string(), v.regex(/^(0|[1-9][0-9]{0,5})\/[1-9][0-9]{0,5}$/)),
  crowd: v.nullable(v.strictObject({ minimum: count(1_000_000), grades: list(GradeSchema, MAX_LIST) })),
  tieBreak: list(v.picklist(['questioning', 'crowd']), 2),
  levels: list(v.strictObject({ name: NameSchema, from: decimal }), MAX_LIST),
});

const BallotSchema = v.strictObject({
  receipt: v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{8}$/)),
  unit: IdSchema,
  category: IdSchema,
  scores: v.pipe(record(decimal), v.maxEntries(MAX_LIST)),
  status: v.picklist(['counted', 'void', 'late']),
  assisted: v.optional(v.boolean()),
  amended: v.optional(v.boolean()),
});

/** An abandoned draw (L2) may have ended before a number was said: then `number` is null and `drawn` empty. */
const DrawSchema = v.strictObject({
  draw: text(64),
  purpose: v.optional(text(200)),
  secret: hex,
  commitment: hex,
  number: v.nullable(count(MAX_DRAW_NUMBER)),
  items: list(text(200), 10_000),
  drawn: list(text(200), 10_000),
  abandoned: v.optional(v.boolean()),
});

const ResultSchema = v.strictObject({
  unit: IdSchema,
  rank: v.nullable(v.pipe(count(UNITS), v.minValue(1))),
  score: shown,
  questioning: shown,
  crowd: shown,
  level: v.nullable(NameSchema),
});

/** The shape of a bundle (X1); `parseBundle` also checks that its parts fit each other. */
export const BundleSchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  meeting: v.strictObject({ code: text(32), title: text(200), mode: v.picklist(['rehearsal', 'official']) }),
  scoring: BundleScoringSchema,
  units: list(v.strictObject({ id: IdSchema, name: text(100), absent: v.optional(v.boolean()) }), UNITS),
  ballots: list(BallotSchema, BALLOTS),
  crowd: list(v.strictObject({ unit: IdSchema, votes: record(count(10_000_000)) }), UNITS),
  attendance: list(
    v.strictObject({ unit: IdSchema, eligible: count(1_000_000), returned: count(1_000_000) }),
    UNITS,
  ),
  deductions: list(v.strictObject({ unit: IdSchema, points: decimal, reason: text(200) }), 10_000),
  draws: list(DrawSchema, 10_000),
  results: list(ResultSchema, UNITS),
  result: v.optional(BundleResultSchema),
  journal: v.strictObject({
    length: count(Number.MAX_SAFE_INTEGER),
    head: hex,
    /** J4: what the screen showed at each lock: the lock's own entry. Absent where nothing was locked. */
    locks: v.optional(
      list(v.strictObject({ unit: IdSchema, length: count(Number.MAX_SAFE_INTEGER), head: hex }), UNITS),
    ),
  }),
});

export type Bundle = v.InferOutput<typeof BundleSchema>;
type BundleScoring = Bundle['scoring'];

/** Most problems that are told of one bundle: the rest of a broken file says nothing new. */
export const MAX_PROBLEMS = 100;
/** Most characters that are told of what stands in a wrong place. */
const FOUND = 40;

/** All but the ballots, which are read one by one. */
const RestSchema = v.strictObject({
  ...BundleSchema.entries,
  ballots: v.pipe(v.array(v.unknown()), v.maxLength(BALLOTS)),
});

function shapeProblem(issue: v.BaseIssue<unknown>): BundleProblem {
  const path = (issue.path ?? []).map(({ key }) => String(key)).join('.');
  const malformed: BundleProblem = { path, code: 'malformed', found: found(issue.input) };
  if (issue.type !== 'strict_object' || issue.kind !== 'schema') return malformed;
  if (issue.expected === 'never') return { path, code: 'unknown-key' };
  return issue.expected === 'Object' ? malformed : { path, code: 'missing' };
}

/** What stands where something else belongs; what is long is cut, and a list or an object is named by its brackets. */
function found(input: unknown): string {
  if (typeof input === 'object' && input !== null) return Array.isArray(input) ? '[…]' : '{…}';
  const text = typeof input === 'string' ? JSON.stringify(input.slice(0, FOUND + 1)) : String(input);
  return text.length > FOUND ? `${text.slice(0, FOUND)}…` : text;
}

/**
 * The shape of everything. Ballots are read one by one and only until enough is wrong: a file of half a million broken
 * ones would fill the memory of a phone with complaints.
 */
function shapeOf(json: unknown): { bundle: Bundle } | { problems: BundleProblem[] } {
  const whole = v.safeParse(RestSchema, json);
  const problems = whole.success ? [] : whole.issues.slice(0, MAX_PROBLEMS).map(shapeProblem);
  const given = typeof json === 'object' && json !== null ? (json as { ballots?: unknown }).ballots : null;
  const ballots: Bundle['ballots'] = [];
  if (Array.isArray(given) && given.length <= BALLOTS) {
    for (let at = 0; at < given.length && problems.length < MAX_PROBLEMS; at += 1) {
      const one = v.safeParse(BallotSchema, given[at]);
      if (one.success) ballots.push(one.output);
      else problems.push(...one.issues.map((issue) => within(`ballots.${at}`, shapeProblem(issue))));
    }
  }
  if (!whole.success || problems.length > 0) return { problems: problems.slice(0, MAX_PROBLEMS) };
  return { bundle: { ...whole.output, ballots } };
}

const within = (place: string, problem: BundleProblem): BundleProblem => ({
  ...problem,
  path: problem.path === '' ? place : `${place}.${problem.path}`,
});

/** Reads a bundle from JSON that anyone may have written; says what is wrong with it and never throws. */
export function parseBundle(json: unknown): { bundle: Bundle } | { problems: BundleProblem[] } {
  const parsed = shapeOf(json);
  if ('problems' in parsed) return parsed;
  const { bundle } = parsed;
  const problems = bundleProblems(bundle, scoringOf(bundle));
  return problems.length > 0 ? { problems: problems.slice(0, MAX_PROBLEMS) } : { bundle };
}

/** The hundredths that a decimal string of a bundle stands for. Throws a RangeError for any other string. */
export function pointsOf(decimalText: string): Points {
  const points = parsePoints(decimalText);
  if (points === null) throw new RangeError('not a decimal with at most two decimals');
  return points;
}

/** A ballot's points in hundredths by criterion. */
export function scoresOf(ballot: Bundle['ballots'][number]): Scores {
  const scores: Scores = {};
  for (const [id, value] of Object.entries(ballot.scores)) scores[id] = pointsOf(value);
  return scores;
}

const gradesOf = (grades: readonly { id: string; name: string; worth: string }[]): Grade[] =>
  grades.map(({ id, name, worth }) => ({ id, name, worth: pointsOf(worth) }));

/** The sheet of a bundle in hundredths, as the count uses it. */
export function scoringOf({ scoring }: Pick<Bundle, 'scoring'>): Scoring {
  const [top, bottom] = scoring.quorum.split('/');
  return {
    sheet: scoring.sheet.map(({ id, name, full, step, stage, by }) => {
      return { id, name, full: pointsOf(full), step: step === undefined ? 0 : pointsOf(step), stage, by };
    }),
    input: scoring.input ?? 'points',
    grades: gradesOf(scoring.grades ?? []),
    categories: scoring.categories.map(({ id, name, weight }) => ({ id, name, weight: pointsOf(weight) })),
    trim: scoring.trim,
    empty: scoring.empty,
    quorum: { of: Number(top), outOf: Number(bottom) },
    crowd: scoring.crowd && { minimum: scoring.crowd.minimum, grades: gradesOf(scoring.crowd.grades) },
    tieBreak: [...scoring.tieBreak],
    levels: scoring.levels.map(({ name, from }) => ({ name, from: pointsOf(from) })),
  };
}

const gradesTo = (grades: readonly Grade[]) =>
  grades.map(({ id, name, worth }) => ({ id, name, worth: formatPoints(worth) }));

/** The sheet as a bundle carries it; `scoringOf` reads it back the same. Grades go in only where they are used. */
export function scoringToBundle(scoring: Scoring): BundleScoring {
  const { trim, crowd, quorum } = scoring;
  return {
    sheet: scoring.sheet.map(({ id, name, full, step, stage, by }) => {
      const steps = by === 'crowd' ? {} : { step: formatPoints(step) };
      return { id, name, full: formatPoints(full), ...steps, stage, by };
    }),
    ...(scoring.input === 'grades' ? { input: scoring.input, grades: gradesTo(scoring.grades) } : {}),
    categories: scoring.categories.map(({ id, name, weight }) => ({
      id,
      name,
      weight: formatPoints(weight),
    })),
    trim: trim && { of: trim.of, drop: trim.drop, from: trim.from },
    empty: scoring.empty,
    quorum: `${quorum.of}/${quorum.outOf}`,
    crowd: crowd && { minimum: crowd.minimum, grades: gradesTo(crowd.grades) },
    tieBreak: [...scoring.tieBreak],
    levels: scoring.levels.map(({ name, from }) => ({ name, from: formatPoints(from) })),
  };
}
