import type { AgendaRow, DrawView } from '$assessment/view.ts';
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
}

export const SLIPS_PER_PAGE = 39;

export function lotsOf(
  draws: readonly DrawView[],
  draw: DrawView,
  agenda: readonly AgendaRow[],
  now: number,
): LotsData {
  const names = new Map(draw.items.map((item) => [item.id, item.label]));
  const ending = sharedEnding([...names.values()]);
  const slips = (draw.drawn ?? []).map((unit, at) => {
    const name = names.get(unit) ?? unit;
    return { unit, place: at + 1, name, short: shortName(name, ending) };
  });
  const { shown, page, pages } = pageOf(slips, SLIPS_PER_PAGE, now);
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
  };
}

/** Rows of slips: one as long as each slip stays wide enough to read, then two, then three. */
export const slipRows = (count: number): number => (count <= 9 ? 1 : count <= 26 ? 2 : 3);
