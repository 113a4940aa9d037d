import type { Slices, StandingsView } from '$assessment/view.ts';
import { announcementOf, type Announcement } from '../../../assessment/appeal-period.ts';
import { sharedEnding, shortName } from '../../names.ts';
import { pageOf } from '../../pages.ts';

type Row = StandingsView['rows'][number];

export interface RankedRow {
  unit: string;
  name: string;
  short: string;
  rank: number | null;
  score: number | null;
  level: string | null;
  why: Row['why'];
}

export interface StandingsData {
  /** K1: false while a unit that is still to come can change a rank; a closed meeting has none. */
  final: boolean;
  closed: boolean;
  /** B6: provisional until when, or final. */
  announced: Announcement | null;
  units: number;
  published: number;
  podium: RankedRow[];
  rest: RankedRow[];
  /** Whether a name of any page needs the whole width of the rows. */
  long: boolean;
  levels: { name: string; count: number }[];
  /** The unit that became public last, while the meeting goes on. */
  last: RankedRow | null;
  page: number;
  pages: number;
}

/** The last rank that hangs as a board, and how many boards a wall has room for. */
const LAST_RANK = 3;
const BOARDS = 6;
const ROWS = { beside: 22, narrow: 11, long: 10 };
/** Letters of a name that stand in one of two columns. */
const SHORT = 6;

/** Ranked by rank, equal ranks in the order of turns; then those without a rank (K2). */
function inRanks(rows: readonly Row[]): Row[] {
  const ranked = rows.filter((one) => one.rank !== null);
  return [
    ...ranked.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0)),
    ...rows.filter((one) => one.rank === null),
  ];
}

/** K1: whole ranks only, so that of equals none hangs alone; as many of the first three as there is room for. */
function podiumOf(shown: readonly RankedRow[]): RankedRow[] {
  for (let last = LAST_RANK; last > 0; last -= 1) {
    const top = shown.filter(({ rank }) => rank !== null && rank <= last);
    if (top.length <= BOARDS) return top;
  }
  return [];
}

/** Levels in the order of their best unit, which is the order of the sheet. */
function levelsOf(rows: readonly Row[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { level } of rows) if (level !== null) counts.set(level, (counts.get(level) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}

export function standingsOf(standings: StandingsView, slices: Partial<Slices>, now: number): StandingsData {
  const ending = sharedEnding((slices.agenda ?? []).map((row) => row.name));
  const ranked = inRanks(standings.rows);
  const closed = slices.meeting?.phase === 'closed';
  const shown = ranked.map(({ unit, name, rank, score, level, why }): RankedRow => {
    return { unit, name, short: shortName(name, ending), rank, score, level, why };
  });
  const top = podiumOf(shown);
  const beside = shown.slice(top.length);
  // Longer names, and rows beside more than three boards, stand in one column.
  const long = beside.some((one) => Array.from(one.short).length > SHORT);
  const rows = long ? ROWS.long : top.length > 3 ? ROWS.narrow : ROWS.beside;
  const { shown: rest, page, pages } = pageOf(beside, rows, now);
  return {
    final: standings.final || closed,
    closed,
    announced: slices.appeal ? announcementOf(slices.appeal) : null,
    units: standings.units,
    published: shown.length,
    podium: top,
    rest,
    long,
    levels: levelsOf(ranked),
    last: closed ? null : (shown.find((one) => one.unit === standings.last?.unit) ?? null),
    page,
    pages,
  };
}
