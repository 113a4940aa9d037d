import type { AgendaRow, DrawView } from '$assessment/view.ts';
import { shuffleOf, type Shuffle } from '../../draw/shuffle.ts';
import { nextUnit } from '../../unit.ts';
import { sharedEnding, shortName } from '../../names.ts';
import { pageOf } from '../../pages.ts';

export interface Slip {
  unit: string;
  place: number;
  name: string;
  short: string;
  /** The unit has been on stage. */
  over?: boolean;
}

export interface LotsData {
  slips: Slip[];
  /** What all names end in; said in the heading. */
  ending: string;
  /** The unit that comes up now, or null where it is not on this page. */
  next: string | null;
  total: number;
  number: number;
  secret: string;
  /** L2: draws for the order that were committed to and given up before. */
  abandoned: number;
  page: number;
  pages: number;
  /** L1: what the slips go through, as long as they do; the slips themselves are the order drawn. */
  shuffle: Shuffle | null;
  /** Names too long to hang side by side stand in lines. */
  listed?: boolean;
}

/** Letters of the longest name, how many of those hang or stand on a page, and how many still hang side by side. */
const PAGES = [
  { letters: 3, slips: 39, hang: 39 },
  { letters: 6, slips: 26, hang: 26 },
  { letters: 16, slips: 22, hang: 10 },
  { letters: Infinity, slips: 14, hang: 0 },
];

/** How many slips a page has, and whether they stand in lines: by the longest of all names, alike on every page. */
export function layoutOf(slips: readonly Slip[]): { size: number; listed: boolean } {
  const longest = Math.max(0, ...slips.map(({ short }) => Array.from(short).length));
  const found = PAGES.find(({ letters }) => longest <= letters);
  return { size: found?.slips ?? 14, listed: slips.length > (found?.hang ?? 0) && (found?.hang ?? 0) <= 10 };
}

export function lotsOf(
  draws: readonly DrawView[],
  draw: DrawView,
  agenda: readonly AgendaRow[],
  now: number,
): LotsData {
  const names = new Map(draw.items.map((item) => [item.id, item.label]));
  const ending = sharedEnding([...names.values()]);
  // A second draw orders the units that are left: their places follow those that have been on stage.
  const before = agenda.filter(({ unit }) => !names.has(unit)).length;
  const slips = (draw.drawn ?? []).map((unit, at) => {
    const name = names.get(unit) ?? unit;
    return { unit, place: before + at + 1, name, short: shortName(name, ending) };
  });
  const { size, listed } = layoutOf(slips);
  const { shown, page, pages } = pageOf(slips, size, now);
  return {
    slips: shown,
    ending,
    next: nextUnit(agenda)?.unit ?? null,
    total: slips.length,
    number: draw.number ?? 0,
    secret: draw.secret ?? '',
    abandoned: draws.filter((one) => one.purpose === draw.purpose && one.abandoned).length,
    page,
    pages,
    listed,
    // Slips that trade places across pages could not be followed: longer lists are shown as they were drawn.
    shuffle: pages === 1 ? shuffleOf(draw, now) : null,
  };
}

/** The slips as they hang after `done` swaps: each has the place that it hangs at (L1). */
export function slipsAfter(slips: readonly Slip[], order: readonly string[]): Slip[] {
  const byUnit = new Map(slips.map((slip) => [slip.unit, slip]));
  return order.flatMap((unit, at) => {
    const slip = byUnit.get(unit);
    return slip ? [{ ...slip, place: slips[at]?.place ?? at + 1 }] : [];
  });
}

/** Rows of slips: one as long as each slip stays wide enough to read, then two, then three. */
export const slipRows = (count: number): number => (count <= 10 ? 1 : count <= 26 ? 2 : 3);
/** The same on walls beyond 5:2, which are twice as wide for their height. */
export const wideRows = (count: number): number => (count <= 26 ? 1 : 2);
