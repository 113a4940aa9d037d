/** Whether the parts of a well-formed bundle fit each other (X1). */
import { appealProblems } from './bundle-appeal.ts';
import type { Bundle } from './bundle.ts';
import { parsePoints } from './decimal.ts';
import type { Points } from './decimal.ts';
import { checkScores, checkScoring, DEFAULT_CROWD_GRADES } from './sheet.ts';
import type { ScoreProblemCode, Scoring, SheetProblemCode } from './sheet.ts';

export type BundleProblemCode =
  | SheetProblemCode
  | ScoreProblemCode
  | 'malformed'
  | 'missing'
  | 'unknown-key'
  | 'unknown-unit'
  | 'unknown-category'
  | 'unknown-grade'
  | 'duplicate-unit'
  | 'duplicate-receipt'
  | 'duplicate-draw'
  | 'duplicate-commitment'
  | 'ballots-not-sorted'
  | 'counted-for-absent'
  | 'draw-without-number';

/** `path` points into the bundle: `ballots.3.scores.report`; `found` is what stands there, cut short. */
export interface BundleProblem {
  path: string;
  code: BundleProblemCode;
  found?: string;
}

/** The paths of values that stand in a list a second time. */
function repeated(values: readonly string[], path: (at: number) => string): string[] {
  const seen = new Set<string>();
  const paths: string[] = [];
  values.forEach((value, at) => {
    if (seen.has(value)) paths.push(path(at));
    seen.add(value);
  });
  return paths;
}

const coded = (paths: readonly string[], code: BundleProblemCode): BundleProblem[] =>
  paths.map((path) => ({ path, code }));

/** Lists that say something of units: each names known units, and most name a unit once at most. */
function unitProblems(bundle: Bundle): BundleProblem[] {
  const known = new Set(bundle.units.map(({ id }) => id));
  const problems = coded(
    repeated(
      bundle.units.map(({ id }) => id),
      (at) => `units.${at}.id`,
    ),
    'duplicate-unit',
  );
  for (const list of ['ballots', 'crowd', 'attendance', 'deductions', 'results'] as const) {
    const named: string[] = bundle[list].map(({ unit }: { unit: string }) => unit);
    const path = (at: number) => `${list}.${at}.unit`;
    named.forEach((unit, at) => {
      if (!known.has(unit)) problems.push({ path: path(at), code: 'unknown-unit' });
    });
    if (list === 'ballots' || list === 'deductions') continue;
    problems.push(...coded(repeated(named, path), 'duplicate-unit'));
  }
  return problems;
}

/**
 * B1: a counted ballot has every criterion and fits its steps. A void or late one only has to name known
 * criteria: it does not count, and two unequal paper entries (I8) agree on nothing.
 */
function scoresProblem(
  scoring: Scoring,
  ballot: Bundle['ballots'][number],
  path: string,
): BundleProblem | null {
  const scores: Record<string, Points> = {};
  for (const [id, value] of Object.entries(ballot.scores)) scores[id] = parsePoints(value) ?? -1;
  const problem = checkScores(scoring, scores);
  if (!problem || (ballot.status !== 'counted' && problem.code !== 'score-unknown-criterion')) return null;
  return { path: `${path}.scores.${problem.criterion}`, code: problem.code };
}

function ballotProblems(bundle: Bundle, scoring: Scoring): BundleProblem[] {
  const { ballots } = bundle;
  const categories = new Set(scoring.categories.map(({ id }) => id));
  const absent = new Set(bundle.units.filter((unit) => unit.absent).map(({ id }) => id));
  const receipts = ballots.map(({ receipt }) => receipt);
  const problems = coded(
    repeated(receipts, (at) => `ballots.${at}.receipt`),
    'duplicate-receipt',
  );
  ballots.forEach((ballot, at) => {
    const path = `ballots.${at}`;
    if (!categories.has(ballot.category))
      problems.push({ path: `${path}.category`, code: 'unknown-category' });
    if (ballot.status === 'counted' && absent.has(ballot.unit)) {
      problems.push({ path: `${path}.status`, code: 'counted-for-absent' });
    }
    const wrong = scoresProblem(scoring, ballot, path);
    if (wrong) problems.push(wrong);
  });
  // Any other order could tell in which order people voted.
  const early = receipts.findIndex((receipt, at) => at > 0 && receipt < (receipts[at - 1] as string));
  if (early > 0) problems.push({ path: `ballots.${early}.receipt`, code: 'ballots-not-sorted' });
  return problems;
}

function crowdProblems(bundle: Bundle, scoring: Scoring): BundleProblem[] {
  const grades = new Set((scoring.crowd?.grades ?? DEFAULT_CROWD_GRADES).map(({ id }) => id));
  const problems: BundleProblem[] = [];
  bundle.crowd.forEach(({ votes }, at) => {
    const unknown = Object.keys(votes).filter((id) => !grades.has(id));
    const paths = unknown.map((id) => `crowd.${at}.votes.${id}`);
    problems.push(...coded(paths, 'unknown-grade'));
  });
  return problems;
}

/** L2: one commitment serves one draw, and only an abandoned one can lack its number. */
function drawProblems({ draws }: Bundle): BundleProblem[] {
  const ids = draws.map(({ draw }) => draw);
  const commitments = draws.map(({ commitment }) => commitment);
  const problems = [
    ...coded(
      repeated(ids, (at) => `draws.${at}.draw`),
      'duplicate-draw',
    ),
    ...coded(
      repeated(commitments, (at) => `draws.${at}.commitment`),
      'duplicate-commitment',
    ),
  ];
  draws.forEach(({ number, drawn, abandoned }, at) => {
    if (number !== null || (abandoned && drawn.length === 0)) return;
    problems.push({ path: `draws.${at}.number`, code: 'draw-without-number' });
  });
  return problems;
}

/** J4: a lock is of a unit, once, and stands within the journal that ends in its head. */
function lockProblems({ journal, units }: Bundle): BundleProblem[] {
  const { length, head, locks = [] } = journal;
  const known = new Set(units.map(({ id }) => id));
  const path = (at: number, key: string) => `journal.locks.${at}.${key}`;
  const twice = repeated(
    locks.map(({ unit }) => unit),
    (at) => path(at, 'unit'),
  );
  return locks.reduce<BundleProblem[]>(
    (problems, lock, at) => {
      if (!known.has(lock.unit)) problems.push({ path: path(at, 'unit'), code: 'unknown-unit' });
      if (lock.length < 1 || lock.length > length)
        problems.push({ path: path(at, 'length'), code: 'malformed', found: String(lock.length) });
      else if (lock.length === length && lock.head !== head)
        problems.push({ path: path(at, 'head'), code: 'malformed', found: lock.head });
      return problems;
    },
    coded(twice, 'duplicate-unit'),
  );
}

/** Everything about a well-formed bundle that does not fit; empty where it can be recounted. */
export function bundleProblems(bundle: Bundle, scoring: Scoring): BundleProblem[] {
  const sheet = checkScoring(scoring).map(({ path, code }) => ({ path: `scoring.${path}`, code }));
  // Ballots can only be held against a sheet that makes sense.
  if (sheet.length > 0) return sheet;
  return [
    ...unitProblems(bundle),
    ...ballotProblems(bundle, scoring),
    ...crowdProblems(bundle, scoring),
    ...drawProblems(bundle),
    ...appealProblems(bundle),
    ...lockProblems(bundle),
  ];
}
