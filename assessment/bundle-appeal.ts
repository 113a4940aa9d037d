/**
 * X1, B6 · What a bundle says of the announced result: the optional key `result`. It is there once the meeting is closed
 * and tells what was announced, what an appeal changed, and when it became final. Points are decimal strings as everywhere
 * in a bundle, times texts like `2026-11-10T18:00:00+08:00`.
 */
import * as v from 'valibot';
import { MAX_APPEAL_DAYS } from './appeal-period.ts';
import type { BundleProblem } from './bundle-check.ts';
import type { Bundle } from './bundle.ts';
import { formatScore, parsePoints } from './decimal.ts';
import { writtenOf } from './days.ts';
import type { Difference } from './recount.ts';
import { IdSchema } from './sheet.ts';
import type { AppealView, Placing } from './view-appeal.ts';

const MOST_UNITS = 1_000;
const WRITTEN = /^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]\+08:00$/;
const Time = v.pipe(
  v.string(),
  v.check((text) => WRITTEN.test(text) && !Number.isNaN(Date.parse(text))),
);
const PlacingSchema = v.strictObject({
  rank: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_UNITS))),
  score: v.nullable(
    v.pipe(
      v.string(),
      v.check((text) => /\.[0-9]{2}$/.test(text) && parsePoints(text) !== null),
    ),
  ),
});

export const BundleResultSchema = v.strictObject({
  state: v.picklist(['provisional', 'final']),
  /** When it was announced, and for how many calendar days. */
  since: Time,
  days: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_APPEAL_DAYS)),
  until: Time,
  finalAt: v.nullable(Time),
  /** Only where an owner ended the period before its time. */
  early: v.optional(v.boolean()),
  announced: v.pipe(
    v.array(v.strictObject({ unit: IdSchema, ...PlacingSchema.entries })),
    v.maxLength(MOST_UNITS),
  ),
  /** In the order in which they were confirmed. */
  changes: v.pipe(
    v.array(
      v.strictObject({
        unit: IdSchema,
        kind: v.picklist(['admit', 'replace', 'void', 'deduction']),
        at: Time,
        before: PlacingSchema,
        after: PlacingSchema,
      }),
    ),
    v.maxLength(100_000),
  ),
});
export type BundleResult = v.InferOutput<typeof BundleResultSchema>;

const shown = ({ rank, score }: Placing) => ({ rank, score: score === null ? null : formatScore(score) });

/** What a bundle carries of a view; nothing before a result was announced. */
export function bundledResult(view: AppealView): { result?: BundleResult } {
  const { state, since, until, finalAt, days } = view;
  if (state === 'open' || since === null || until === null) return {};
  return {
    result: {
      state,
      since: writtenOf(since),
      days: days ?? 0,
      until: writtenOf(until),
      finalAt: finalAt === null ? null : writtenOf(finalAt),
      ...(view.early ? { early: true } : {}),
      announced: view.announced.map((one) => ({ unit: one.unit, ...shown(one) })),
      changes: view.changes.map(({ unit, kind, at, before, after }) => {
        return { unit, kind, at: writtenOf(at), before: shown(before), after: shown(after) };
      }),
    },
  };
}

/** Whether the parts of a well-formed `result` fit each other and the units. */
export function appealProblems({ result, units }: Bundle): BundleProblem[] {
  if (!result) return [];
  const known = new Set(units.map(({ id }) => id));
  const problems: BundleProblem[] = [];
  const named = new Set<string>();
  result.announced.forEach(({ unit }, at) => {
    const path = `result.announced.${at}.unit`;
    if (!known.has(unit)) problems.push({ path, code: 'unknown-unit' });
    if (named.has(unit)) problems.push({ path, code: 'duplicate-unit' });
    named.add(unit);
  });
  result.changes.forEach(({ unit }, at) => {
    if (!named.has(unit)) problems.push({ path: `result.changes.${at}.unit`, code: 'unknown-unit' });
  });
  if ((result.state === 'final') !== (result.finalAt !== null))
    problems.push({ path: 'result.finalAt', code: 'malformed' });
  return problems;
}

type Results = Bundle['results'];

/** Where the last score that is told of a unit stands: in its last change, or in what was announced. */
interface Told {
  path: string;
  score: string | null;
}

/** Each change begins where the one before it ended. */
function chain({ announced, changes }: BundleResult): { last: Map<string, Told>; breaks: Difference[] } {
  const last = new Map<string, Told>(
    announced.map(({ unit, score }) => [unit, { path: `result.${unit}.announced`, score }]),
  );
  const breaks: Difference[] = [];
  changes.forEach(({ unit, before, after }, at) => {
    const score = last.get(unit)?.score ?? null;
    if (before.score !== score)
      breaks.push({
        path: `result.${unit}.before.${at + 1}.score`,
        published: before.score,
        recounted: score,
      });
    last.set(unit, { path: `result.${unit}.after.${at + 1}`, score: after.score });
  });
  return { last, breaks };
}

/** X2: what was announced, and every change since, leads to what the ballots say. `results` are counted again. */
export function appealDifferences({ result }: Bundle, results: Results): Difference[] {
  if (!result) return [];
  const { last, breaks } = chain(result);
  const scores = results.flatMap(({ unit, score }): Difference[] => {
    const told = last.get(unit) ?? { path: `result.${unit}.announced`, score: null };
    return told.score === score
      ? []
      : [{ path: `${told.path}.score`, published: told.score, recounted: score }];
  });
  const rankOf = new Map(results.map(({ unit, rank }) => [unit, rank]));
  const newest = result.changes[result.changes.length - 1];
  const at = result.changes.length - 1;
  // A change of one unit moves others: only the newest ranks can be counted again.
  const told = newest
    ? [{ path: `result.${newest.unit}.after.${at + 1}.rank`, unit: newest.unit, rank: newest.after.rank }]
    : result.announced.map(({ unit, rank }) => ({ path: `result.${unit}.announced.rank`, unit, rank }));
  const ranks = told.flatMap(({ path, unit, rank }): Difference[] => {
    const recounted = rankOf.get(unit) ?? null;
    return rank === recounted ? [] : [{ path, published: rank, recounted }];
  });
  return [...breaks, ...scores, ...ranks];
}
