/**
 * What an organizer should know of a sheet that can be counted with, beside what `checkScoring` forbids: it blocks
 * nothing. Figures are in hundredths where they are points, weights or worths, whole numbers otherwise.
 */
import type { PassKind } from './actors.ts';
import type { Points } from './decimal.ts';
import { examinerCriteria, fullMarks } from './sheet.ts';
import type { Scoring } from './sheet.ts';
import { quorumNeeded } from './workings.ts';

export type SheetAdviceCode =
  /** All full marks are not 100 points. */
  | 'full-not-hundred'
  /** The weights are not 100 together: they still count in proportion. */
  | 'weights-not-hundred'
  | 'name-repeated'
  /** From 0 to the full mark in this many steps. */
  | 'many-steps'
  /** No grade is worth everything: nobody can reach the full mark. */
  | 'no-full-grade'
  /** Nobody is on the list of this category. */
  | 'category-empty'
  /** V4: fewer than three, so no category's mean is ever shown. */
  | 'category-hidden'
  /** So few that one who knows the others' scores, or the mean, may guess. */
  | 'category-small'
  /** Trimming is on and drops no ballot. */
  | 'trim-nothing'
  /** No category has so many people that anything is dropped. */
  | 'trim-never'
  /** `names`: the categories that have too few. */
  | 'trim-some'
  /** How many of the people on the list must score. */
  | 'quorum-people'
  /** One ballot is enough. */
  | 'quorum-none'
  /** Everybody must score. */
  | 'quorum-all'
  /** B8: a voice is a browser, not a person. */
  | 'crowd-counted'
  /** S7: one voice decides the whole crowd part. */
  | 'crowd-minimum-low'
  /** K1: no part that ties are told apart by is on the sheet. */
  | 'tie-break-idle'
  /** K3: no score can reach this level. */
  | 'level-unreachable'
  /** K3: a score below the last level has none. */
  | 'level-open';

/** `path` points into the sheet; `names` are those of the categories that it is about. */
export interface SheetAdvice {
  path: string;
  code: SheetAdviceCode;
  /** A plain fact, or something to look at. */
  tone: 'fact' | 'look';
  value?: number;
  limit?: number;
  names?: string[];
}

/** Category id → how many examiners are planned. */
export type Planned = Readonly<Record<string, number>>;

/** V4: category means are shown from this size. */
const SHOWN_FROM = 3;
/** From this size on a single score is lost among the others; an assumption of this app. */
const UNGUESSED_FROM = 5;
/** More steps than this from 0 to the full mark make a ballot slow on a phone; an assumption of this app. */
const MOST_STEPS = 100;
const HUNDRED: Points = 10_000;

interface Heads {
  categories: readonly { id: string }[];
  examiners: readonly { category: string }[];
  passes: readonly { kind: PassKind; category: string | null; revoked: boolean }[];
}

/** I3: how many examiners each category has: people on the list or, where more, valid passes. */
export function plannedOf({ categories, examiners, passes }: Heads): Planned {
  const valid = passes.filter((pass) => pass.kind === 'examiner' && !pass.revoked);
  const entries = categories.map(({ id }): [string, number] => {
    const people = examiners.filter(({ category }) => category === id).length;
    return [id, Math.max(people, valid.filter(({ category }) => category === id).length)];
  });
  return Object.fromEntries(entries);
}

const look = (path: string, code: SheetAdviceCode, more: Partial<SheetAdvice> = {}): SheetAdvice => ({
  path,
  code,
  tone: 'look',
  ...more,
});
const when = (condition: boolean, advice: () => SheetAdvice): SheetAdvice[] => (condition ? [advice()] : []);

function repeated(path: string, items: readonly { name: string }[]): SheetAdvice[] {
  return items.flatMap(({ name }, at) =>
    when(name !== '' && items.findIndex((one) => one.name === name) < at, () =>
      look(`${path}.${at}.name`, 'name-repeated'),
    ),
  );
}

function criteriaAdvice(scoring: Scoring): SheetAdvice[] {
  const { sheet, input, grades } = scoring;
  const full = fullMarks(scoring);
  const best = Math.max(...grades.map(({ worth }) => worth));
  return [
    ...when(full !== HUNDRED, () => look('sheet', 'full-not-hundred', { value: full, limit: HUNDRED })),
    ...repeated('sheet', sheet),
    ...sheet.flatMap(({ by, full: most, step }, at) =>
      when(by === 'examiners' && input === 'points' && step > 0 && most > MOST_STEPS * step, () =>
        look(`sheet.${at}.step`, 'many-steps', { value: Math.floor(most / step), limit: MOST_STEPS }),
      ),
    ),
    ...when(input === 'grades' && grades.length > 0 && best < HUNDRED, () =>
      look('grades', 'no-full-grade', { value: best, limit: HUNDRED }),
    ),
  ];
}

function headsAdvice(path: string, heads: number): SheetAdvice[] {
  const about = { value: heads };
  if (heads === 0) return [look(path, 'category-empty', about)];
  if (heads < SHOWN_FROM) return [look(path, 'category-hidden', { ...about, limit: SHOWN_FROM })];
  return when(heads < UNGUESSED_FROM, () =>
    look(path, 'category-small', { ...about, limit: UNGUESSED_FROM }),
  );
}

function categoryAdvice({ categories }: Scoring, planned: Planned, known: boolean): SheetAdvice[] {
  const weights = categories.reduce((sum, { weight }) => sum + weight, 0);
  const heads = categories.flatMap(({ id }, at) => headsAdvice(`categories.${at}`, planned[id] ?? 0));
  return [
    ...when(categories.length > 0 && weights !== HUNDRED, () =>
      look('categories', 'weights-not-hundred', { value: weights, limit: HUNDRED }),
    ),
    ...repeated('categories', categories),
    ...(known ? heads : []),
  ];
}

function trimAdvice({ trim, categories }: Scoring, planned: Planned, known: boolean): SheetAdvice[] {
  if (!trim) return [];
  if (trim.drop === 0) return [look('trim.drop', 'trim-nothing')];
  if (!known) return [];
  const heads = (id: string): number => planned[id] ?? 0;
  const peopled = categories.filter(({ id }) => heads(id) > 0);
  const idle = peopled.filter(({ id }) => heads(id) < trim.from);
  const most = Math.max(...peopled.map(({ id }) => heads(id)));
  if (idle.length === 0) return [];
  if (idle.length === peopled.length) return [look('trim', 'trim-never', { value: most, limit: trim.from })];
  return [look('trim', 'trim-some', { limit: trim.from, names: idle.map(({ name }) => name) })];
}

function quorumAdvice(scoring: Scoring, planned: Planned): SheetAdvice[] {
  const { of, outOf } = scoring.quorum;
  const people = scoring.categories.reduce((sum, { id }) => sum + (planned[id] ?? 0), 0);
  if (of === 0) return [look('quorum', 'quorum-none')];
  const needed = quorumNeeded(scoring, people);
  return [
    ...when(people > 0, () => ({
      ...look('quorum', 'quorum-people', { value: needed, limit: people }),
      tone: 'fact',
    })),
    ...when(of === outOf, () => look('quorum', 'quorum-all')),
  ];
}

function endAdvice(scoring: Scoring): SheetAdvice[] {
  const { crowd, tieBreak, levels, sheet } = scoring;
  const full = fullMarks(scoring);
  const asked = examinerCriteria(scoring).some(({ stage }) => stage === 'questioning');
  const has = { questioning: asked, crowd: sheet.some(({ by }) => by === 'crowd') };
  const last = levels[levels.length - 1];
  return [
    ...when(crowd !== null, () => look('crowd', 'crowd-counted')),
    ...when(crowd !== null && crowd.minimum <= 1, () => look('crowd.minimum', 'crowd-minimum-low')),
    ...when(tieBreak.length > 0 && !tieBreak.some((part) => has[part]), () =>
      look('tieBreak', 'tie-break-idle'),
    ),
    ...levels.flatMap(({ from }, at) =>
      when(from > full && full > 0, () =>
        look(`levels.${at}.from`, 'level-unreachable', { value: from, limit: full }),
      ),
    ),
    ...when(last !== undefined && last.from > 0, () =>
      look('levels', 'level-open', { value: last?.from ?? 0 }),
    ),
  ];
}

/** Everything to know of a sheet, given how many examiners are planned; nothing of people while nobody is. */
export function adviseSheet(scoring: Scoring, planned: Planned): SheetAdvice[] {
  const known = scoring.categories.some(({ id }) => (planned[id] ?? 0) > 0);
  return [
    ...criteriaAdvice(scoring),
    ...categoryAdvice(scoring, planned, known),
    ...trimAdvice(scoring, planned, known),
    ...quorumAdvice(scoring, planned),
    ...endAdvice(scoring),
  ];
}
