/** What the paper kit prints from the meeting's own sheet: which pages, and what stands on each. */
import type { Category, Criterion, Scoring } from '$assessment/sheet.ts';
import { examinerCriteria } from '$assessment/sheet.ts';
import type { Slices } from '$assessment/view.ts';

export const PARTS = ['procedure', 'order', 'signIn', 'ballots', 'tally', 'crowd', 'result'] as const;
export type Part = (typeof PARTS)[number];

export interface KitUnit {
  id: string;
  name: string;
}
/** An examiner of a list to be signed; without a name where the meeting is anonymous (I3). */
export interface KitPerson {
  number: string;
  name: string;
}
export interface KitCategory extends Category {
  /** How many ballots a unit needs of it, without spares. */
  examiners: number;
  people: KitPerson[];
}
export interface Kit {
  title: string;
  place: string;
  date: string;
  rehearsal: boolean;
  demo: boolean;
  signed: boolean;
  scoring: Scoring;
  criteria: Criterion[];
  units: KitUnit[];
  categories: KitCategory[];
  scrutineers: string[];
}

export interface Choice {
  parts: readonly Part[];
  /** Ids; empty for all. */
  unit: string;
  category: string;
  /** Spare ballots for each unit and category. */
  spares: number;
  /** Ballots on a page. */
  perPage: PerPage;
}

const PER_PAGE = [4, 2, 1] as const;
export type PerPage = (typeof PER_PAGE)[number];
/** How many criteria a ballot of that size has room for; grades need a wider line. */
const ROOM: Record<PerPage, number> = { 4: 6, 2: 14, 1: 30 };
const GRADES_ROOM: Record<PerPage, number> = { 4: 4, 2: 7, 1: 24 };

/** Sizes of ballots that have room for this sheet, the smallest ballot first. */
export function sizesOf({ scoring, criteria }: Pick<Kit, 'scoring' | 'criteria'>): PerPage[] {
  const room = scoring.input === 'grades' ? GRADES_ROOM : ROOM;
  const sizes = PER_PAGE.filter((one) => criteria.length <= room[one]);
  return sizes.length > 0 ? sizes : [1];
}

/** Rows of one category in a unit's tally, and whether its sums follow: a long one goes on on the next page. */
export interface TallyBlock {
  category: KitCategory;
  from: number;
  to: number;
  ends: boolean;
}

export type KitPage =
  | { kind: 'procedure' }
  | { kind: 'order'; units: KitUnit[]; from: number }
  | { kind: 'slips'; from: number; to: number }
  | {
      kind: 'signIn';
      category: KitCategory;
      people: (KitPerson | null)[];
      from: number;
      nth: number;
      of: number;
    }
  | { kind: 'ballots'; unit: KitUnit; category: KitCategory; from: number; size: PerPage }
  | { kind: 'tally'; unit: KitUnit; blocks: TallyBlock[]; criteria: Criterion[]; last: boolean }
  | { kind: 'sum'; unit: KitUnit }
  | { kind: 'crowd'; unit: KitUnit }
  | { kind: 'result'; nth: number; from: number };

/** Lines on a page of each list. */
export const ROWS = { order: 26, signIn: 24, slips: 40, result: 25 };
/** Heights on a tally in mm, as the style sheet has them: what is above the rows of a block, a row, a page. */
export const TALLY = { head: 30.5, row: 7.5, page: 227 };
/** Criteria beside each other on a tally; more go on a second table. */
export const TALLY_CRITERIA = 12;
/** Blank lines below those that are expected. */
const MORE_ROWS = 2;

/** So many pieces of at most `size`: [0, 24), [24, 48), … */
function pieces(count: number, size: number): { from: number; to: number }[] {
  return Array.from({ length: Math.max(1, Math.ceil(count / size)) }, (_, at) => ({
    from: at * size,
    to: Math.min(count, (at + 1) * size),
  }));
}

function signInPages(category: KitCategory): KitPage[] {
  const blank = Math.max(3, 12 - category.people.length);
  const people = [...category.people, ...Array.from({ length: blank }, () => null)];
  const parts = pieces(people.length, ROWS.signIn);
  return parts.map(({ from, to }, at) => ({
    kind: 'signIn',
    category,
    people: people.slice(from, to),
    from,
    nth: at + 1,
    of: parts.length,
  }));
}

function ballotPages(unit: KitUnit, category: KitCategory, { spares, perPage }: Choice): KitPage[] {
  if (category.examiners + spares === 0) return [];
  return pieces(category.examiners + spares, perPage).map(({ from }) => ({
    kind: 'ballots',
    unit,
    category,
    from,
    size: perPage,
  }));
}

/** Categories one below the other, as many as a page holds. @param sums lines below the ballots of each */
export function tallyBlocks(categories: readonly KitCategory[], sums: number): TallyBlock[][] {
  const foot = sums * TALLY.row;
  const pages: TallyBlock[][] = [];
  let left = 0;
  for (const category of categories) {
    const rows = category.examiners + MORE_ROWS;
    for (let from = 0; from < rows;) {
      const whole = TALLY.head + foot + (rows - from) * TALLY.row;
      // A category is cut only where no page holds it.
      if (left < Math.min(whole, TALLY.page)) {
        pages.push([]);
        left = TALLY.page;
      }
      const fits = Math.floor((left - TALLY.head - foot) / TALLY.row);
      const to = Math.min(rows, from + fits);
      pages[pages.length - 1]?.push({ category, from, to, ends: to === rows });
      left -= TALLY.head + foot + (to - from) * TALLY.row;
      from = to;
    }
  }
  return pages;
}

function tallyPages(kit: Kit, unit: KitUnit, categories: KitCategory[]): KitPage[] {
  const tables = pieces(kit.criteria.length, TALLY_CRITERIA);
  const pages = tallyBlocks(categories, kit.scoring.trim?.of === 'criterion' ? 3 : 1).flatMap((blocks) =>
    tables.map(({ from, to }, at): KitPage => ({
      kind: 'tally',
      unit,
      blocks,
      criteria: kit.criteria.slice(from, to),
      last: at === tables.length - 1,
    })),
  );
  return [...pages, { kind: 'sum', unit }];
}

/** The pages of one part, in the order in which they are used. */
function pagesOfPart(kit: Kit, part: Part, choice: Choice): KitPage[] {
  const units = kit.units.filter(({ id }) => choice.unit === '' || id === choice.unit);
  const categories = kit.categories.filter(({ id }) => choice.category === '' || id === choice.category);
  switch (part) {
    case 'procedure':
      return [{ kind: 'procedure' }];
    case 'order':
      return [
        ...pieces(kit.units.length, ROWS.order).map(({ from, to }): KitPage => ({
          kind: 'order',
          units: kit.units.slice(from, to),
          from,
        })),
        ...pieces(kit.units.length, ROWS.slips).map(({ from, to }): KitPage => ({ kind: 'slips', from, to })),
      ];
    case 'signIn':
      return categories.flatMap(signInPages);
    case 'ballots':
      return units.flatMap((unit) => categories.flatMap((one) => ballotPages(unit, one, choice)));
    case 'tally':
      return units.flatMap((unit) => tallyPages(kit, unit, categories));
    case 'crowd':
      return kit.scoring.crowd ? units.map((unit) => ({ kind: 'crowd', unit })) : [];
    case 'result':
      return pieces(kit.units.length, ROWS.result).map(({ from }, at) => ({
        kind: 'result',
        nth: at + 1,
        from,
      }));
  }
}

export const pagesOf = (kit: Kit, choice: Choice): KitPage[] =>
  PARTS.filter((one) => choice.parts.includes(one)).flatMap((one) => pagesOfPart(kit, one, choice));

/** @returns null until the meeting is known */
export function kitOf({ meeting, sheet, roster, people }: Partial<Slices>): Kit | null {
  if (!meeting || !sheet || !roster || !people) return null;
  const signed = meeting.settings.identity !== 'anonymous';
  const passes = people.passes.filter(({ kind, revoked }) => kind === 'examiner' && !revoked);
  const categories = sheet.categories.map((category): KitCategory => {
    const examiners = roster.examiners.filter((one) => one.category === category.id);
    const own = passes.filter((one) => one.category === category.id);
    const names = new Map(roster.examiners.map(({ id, name }) => [id, name]));
    // I3: nothing on an anonymous list may tie a person to a pass, so its lines are blank.
    const listed = signed
      ? [
          ...own.map(({ number, name, person }) => ({ number, name: name ?? names.get(person ?? '') ?? '' })),
          ...examiners
            .filter(({ id }) => !own.some(({ person }) => person === id))
            .map(({ name }) => ({ number: '', name: name ?? '' })),
        ]
      : Array.from({ length: Math.max(examiners.length, own.length) }, () => ({ number: '', name: '' }));
    return { ...category, examiners: Math.max(examiners.length, own.length), people: listed };
  });
  return {
    title: meeting.title,
    place: meeting.place,
    date: meeting.date,
    rehearsal: meeting.mode === 'rehearsal',
    demo: meeting.demo,
    signed,
    scoring: sheet,
    criteria: examinerCriteria(sheet),
    units: roster.units.map(({ id, name }) => ({ id, name })),
    categories,
    scrutineers: people.scrutineers.map(({ name }) => name),
  };
}

/** Boxes for digits: so many before the point and behind it. */
export function boxesOf({ full, step }: Pick<Criterion, 'full' | 'step'>): { whole: number; part: number } {
  const part = step % 100 === 0 && full % 100 === 0 ? 0 : step % 10 === 0 && full % 10 === 0 ? 1 : 2;
  return { whole: String(Math.floor(full / 100)).length, part };
}
