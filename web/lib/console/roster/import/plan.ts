/** What an import would do: the file against the list, row by row. Nothing is written here. */
import { columnsOf, mappedOf, type Field } from './columns.ts';
import type { Entry, Note, Problem, Skipped, Spelling } from './entry.ts';
import type { Layout } from './find.ts';
import { linesOf } from './lines.ts';
import { freshIds, pair } from './pairing.ts';
import type { Rules } from './rules.ts';
import type { Table } from './table.ts';

export type Mode = 'update' | 'replace';
export type Status = 'new' | 'changed' | 'same' | 'skipped' | 'problem';
type Texts = Partial<Record<Field, string>>;

export interface PlanRow {
  row: number;
  status: Status;
  /** As it will stand in the list; for what is left out, as it stands in the file. */
  texts: Texts;
  /** What stood there before, for the fields that change. */
  before: Texts;
  problems: Problem[];
  notes: Note[];
  skipped?: Skipped;
}

/** Who is not in the file and goes, or why he stays. */
export interface Leaver {
  id: string;
  texts: Texts;
  stays: 'pass' | 'used' | 'problem' | null;
}

export interface Plan<T> {
  /** Required columns that the file lacks and for which nothing was given; then there are no rows. */
  missing: Field[];
  rows: PlanRow[];
  counts: Record<Status, number>;
  problems: Problem[];
  spellings: Spelling[];
  leavers: Leaver[];
  /** The list as it would be. */
  items: T[];
  /** The most that the meeting takes, where this is more. */
  tooMany: number | null;
  /** Anything at all would change, be it the order. */
  touches: boolean;
}

export interface Existing<T> {
  items: readonly T[];
  /** Ids that must not be given to anybody else. */
  taken: Iterable<string>;
  /** Why an entry cannot go. */
  bound: (id: string) => 'pass' | 'used' | null;
  /** Entries that belong to nothing any more and cannot be saved again. */
  lost?: (item: T) => boolean;
}

interface Job<T extends { id: string }> {
  rules: Rules<T>;
  existing: Existing<T>;
  mode: Mode;
  /** Columns that the file has: where the whole list is replaced, empty cells empty their fields, too. */
  mapped: readonly Field[];
}

const sameTexts = (a: Texts, b: Texts): boolean =>
  Object.keys({ ...a, ...b }).every((field) => a[field as Field] === b[field as Field]);

/** Rows that say again what an earlier one said; one that says something else of the same entry is a problem. */
function repeated<T>(entries: readonly Entry<T>[], rules: Rules<T>): Map<Entry<T>, number> {
  const seen = new Map<string, Entry<T>>();
  const repeats = new Map<Entry<T>, number>();
  for (const entry of entries) {
    if (entry.problems.length > 0) continue;
    const first = seen.get(rules.identity(entry.item));
    if (!first) seen.set(rules.identity(entry.item), entry);
    else differing(first, entry, rules, repeats);
  }
  return repeats;
}

function differing<T>(
  first: Entry<T>,
  entry: Entry<T>,
  rules: Rules<T>,
  repeats: Map<Entry<T>, number>,
): void {
  const [a, b] = [rules.shown(first.item), rules.shown(entry.item)];
  const field = columnsOf(rules.kind).find((one) => a[one.field] !== b[one.field])?.field;
  if (field === undefined) repeats.set(entry, first.row);
  else entry.problems.push({ row: entry.row, field, code: 'differs', value: b[field] ?? '', of: first.row });
}

/** Two people of one name are allowed, and worth a look. */
function noteNames<T>(entries: readonly Entry<T>[], { kind, shown }: Rules<T>): void {
  if (kind !== 'examiners') return;
  const seen = new Map<string, number>();
  for (const { item, row, notes } of entries) {
    const name = shown(item).name ?? '';
    const before = seen.get(name);
    if (before === undefined) seen.set(name, row);
    else notes.push({ code: 'same-name', field: 'name', value: String(before) });
  }
}

/** Rows in words: what stands in the file where nothing of it is taken. */
const leftOut = (row: number, texts: Texts, rest: Partial<PlanRow>): PlanRow => ({
  row,
  status: 'skipped',
  texts,
  before: {},
  problems: [],
  notes: [],
  ...rest,
});

/** Units keep the numbers of the draw (L1): who is known keeps his place, who is new comes last. */
const arranged = <T extends { id: string }>(
  { existing, mode }: Job<T>,
  updated: readonly T[],
  staying: ReadonlySet<string>,
): T[] => {
  const byId = new Map(updated.map((one) => [one.id, one]));
  if (mode === 'replace')
    return [...updated, ...existing.items.filter(({ id }) => staying.has(id) && !byId.has(id))];
  const kept = existing.items.filter((one) => byId.has(one.id) || !existing.lost?.(one));
  const known = new Set(kept.map(({ id }) => id));
  return [...kept.map((one) => byId.get(one.id) ?? one), ...updated.filter(({ id }) => !known.has(id))];
};

/** What becomes of one entry that is in order. */
function planned<T extends { id: string }>(
  entry: Entry<T>,
  old: T | undefined,
  id: string,
  job: Job<T>,
): { item: T; row: PlanRow } {
  const { rules } = job;
  const given = job.mode === 'replace' ? new Set([...entry.given, ...job.mapped]) : entry.given;
  const item = old ? rules.merge(old, entry.item, given) : { ...entry.item, id };
  const [texts, was] = [rules.shown(item), old ? rules.shown(old) : {}];
  const before = Object.fromEntries(
    Object.entries(was).filter(([field, text]) => texts[field as Field] !== text),
  ) as Texts;
  const status = !old ? 'new' : sameTexts(texts, was) ? 'same' : 'changed';
  return { item, row: { row: entry.row, status, texts, before, problems: [], notes: entry.notes } };
}

/** Who is not in the file. A row with a problem still names somebody, who then stays as he is. */
function leaversOf<T extends { id: string }>(
  job: Job<T>,
  kept: ReadonlySet<string>,
  named: ReadonlySet<string>,
): Leaver[] {
  const { rules, existing, mode } = job;
  return existing.items.flatMap((one): Leaver[] => {
    if (kept.has(one.id)) return [];
    const texts = rules.shown(one);
    if (existing.lost?.(one)) return [{ id: one.id, texts, stays: null }];
    if (mode === 'update') return [];
    return [{ id: one.id, texts, stays: named.has(one.id) ? 'problem' : existing.bound(one.id) }];
  });
}

/** Entries of the list that rows with problems seem to be about. */
function namedBy<T extends { id: string }>(
  wrong: readonly Entry<T>[],
  free: readonly T[],
  { rules, mapped }: Job<T>,
): Set<string> {
  const field = mapped.includes('name') ? 'name' : 'unit';
  const texts = new Set(wrong.map(({ item }) => rules.shown(item)[field]));
  return new Set(free.filter((one) => texts.has(rules.shown(one)[field])).map(({ id }) => id));
}

const missingOf = (
  job: Pick<Job<never>, 'mapped'>,
  rules: { kind: Rules<never>['kind'] },
  present: ReadonlySet<Field>,
): Field[] =>
  columnsOf(rules.kind)
    .filter(({ field, required }) => required && !job.mapped.includes(field) && !present.has(field))
    .map(({ field }) => field);

const countsOf = (rows: readonly PlanRow[]): Plan<never>['counts'] => {
  const counts = { new: 0, changed: 0, same: 0, skipped: 0, problem: 0 };
  for (const { status } of rows) counts[status] += 1;
  return counts;
};

const NOTHING = {
  rows: [],
  counts: countsOf([]),
  problems: [],
  spellings: [],
  leavers: [],
  tooMany: null,
  touches: false,
};

/**
 * What importing this table would do.
 * @param fixed fields that have one value for every row
 */
export function planImport<T extends { id: string }>(
  table: Table,
  layout: Layout,
  mode: Mode,
  rules: Rules<T>,
  existing: Existing<T>,
  fixed: Texts = {},
): Plan<T> {
  const job: Job<T> = { rules, existing, mode, mapped: mappedOf(layout.mapping).map(([field]) => field) };
  const lines = linesOf(table, layout, rules.kind, rules.isSection);
  const present = new Set(Object.keys(fixed).filter((field) => fixed[field as Field]) as Field[]);
  for (const { cells } of lines) for (const field of Object.keys(cells)) present.add(field as Field);
  const missing = missingOf(job, rules, present);
  if (missing.length > 0) return { ...NOTHING, missing, items: [...existing.items] };

  const entries = lines.filter((line) => line.skip === null).map(rules.read);
  const repeats = repeated(entries, rules);
  const wrong = entries.filter((one) => one.problems.length > 0);
  const fine = entries.filter((one) => one.problems.length === 0 && !repeats.has(one));
  noteNames(fine, rules);

  const owners = pair(
    fine.map((one) => one.item),
    existing.items,
    rules.same,
  );
  const ids = freshIds(
    rules.prefix,
    rules.digits,
    new Set([...existing.taken, ...existing.items.map(({ id }) => id)]),
  );
  const done = fine.map((entry, at) => planned(entry, owners[at], owners[at] ? '' : ids.next().value, job));
  const kept = new Set(done.map(({ item }) => item.id));
  const free = existing.items.filter(({ id }) => !kept.has(id));
  const leavers = leaversOf(job, kept, namedBy(wrong, free, job));
  const staying = new Set(leavers.filter(({ stays }) => stays !== null).map(({ id }) => id));
  const items = arranged(
    job,
    done.map(({ item }) => item),
    staying,
  );

  const cellsAt = new Map(lines.map(({ row, cells }) => [row, cells]));
  const rows = [
    ...done.map(({ row }) => row),
    ...lines.flatMap(({ row, cells, skip }) =>
      skip === null ? [] : [leftOut(row, cells, { skipped: { row, why: skip, cells } })],
    ),
    ...[...repeats].map(([{ row, item }, of]) =>
      leftOut(row, rules.shown(item), { skipped: { row, why: 'duplicate', of, cells: {} } }),
    ),
    ...wrong.map(({ row, problems, notes }) =>
      leftOut(row, cellsAt.get(row) ?? {}, { status: 'problem', problems, notes }),
    ),
  ].sort((a, b) => a.row - b.row);
  return {
    missing,
    rows,
    counts: countsOf(rows),
    problems: rows.flatMap((one) => one.problems),
    spellings: rules.spellings(),
    leavers,
    items,
    tooMany: items.length > rules.most ? rules.most : null,
    touches: JSON.stringify(items) !== JSON.stringify(existing.items),
  };
}
