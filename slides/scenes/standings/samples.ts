import { UNITS, type Sample } from '../../sample.ts';
import type { RankedRow, StandingsData } from './data.ts';

const SCORES = [
  9236, 9188, 9124, 9057, 8993, 8941, 8876, 8820, 8795, 8731, 8660, 8612, 8578, 8578, 8490, 8435, 8371, 8308,
  8264, 8195, 8130, 8052, 7988, 7915, 7840,
];

const rows: RankedRow[] = UNITS.map(({ unit, name, short }, at) => ({
  unit,
  name,
  short,
  rank: at === 13 ? 13 : at + 1,
  score: SCORES[at] ?? 0,
  level: at < 4 ? '好' : at < 22 ? '较好' : '一般',
  why: null,
}));

/** 18:00 in China. */
const UNTIL = Date.UTC(2026, 10, 23, 10);

const standings = (ranked: RankedRow[], more: Partial<StandingsData> = {}): StandingsData => {
  const top = ranked.filter((one) => one.rank !== null).slice(0, 3);
  return {
    final: true,
    closed: false,
    announced: null,
    units: ranked.length,
    published: ranked.length,
    podium: top,
    rest: ranked.slice(top.length),
    long: false,
    levels: [
      { name: '好', count: 4 },
      { name: '较好', count: 18 },
      { name: '一般', count: 3 },
    ],
    last: null,
    page: 0,
    pages: 1,
    ...more,
  };
};

const unranked = (at: number, why: RankedRow['why']): RankedRow => ({
  ...(rows[at] as RankedRow),
  rank: null,
  score: null,
  level: null,
  why,
});
const fourThirds = rows.map((row, at) => (at >= 2 && at < 6 ? { ...row, rank: 3, score: 9124 } : row));
const threeFirsts = rows.map((row, at) => (at < 3 ? { ...row, rank: 1, score: 9236 } : row));
const tied = [rows[0], { ...rows[1], rank: 1, score: 9236 }, rows[2], rows[3], rows[4]] as RankedRow[];

export const samples: Sample<'standings'>[] = [
  { title: '总排名，25 家', data: standings(rows) },
  {
    title: '公示排名，25 家',
    data: standings(rows, { closed: true, announced: { final: false, early: false, at: UNTIL } }),
  },
  {
    title: '5 家，并列第一',
    data: standings(tied, {
      last: tied[3] ?? null,
      levels: [
        { name: '好', count: 4 },
        { name: '较好', count: 1 },
      ],
    }),
  },
  {
    title: '暂列，有不排名次的单位',
    data: standings([...rows.slice(0, 9), unranked(20, 'absent'), unranked(21, 'quorum')], {
      final: false,
      units: 25,
      last: rows[4] ?? null,
    }),
  },
  {
    title: '多页',
    data: standings(
      rows.map((one) => ({ ...one, short: one.name })),
      { units: 64, published: 64, page: 1, pages: 7, long: true, rest: rows.slice(3, 12) },
    ),
  },
  {
    title: '四家并列第三',
    data: standings(fourThirds, {
      podium: fourThirds.slice(0, 6),
      rest: fourThirds.slice(6, 16),
      page: 0,
      pages: 2,
    }),
  },
  { title: '三家并列第一', data: standings(threeFirsts) },
  {
    title: '只有两家，会议结束',
    data: standings(rows.slice(0, 2), {
      closed: true,
      announced: { final: true, early: true, at: UNTIL },
    }),
  },
  { title: '只有三家', data: standings(rows.slice(0, 3)) },
  {
    title: '只有六家，四家并列第三',
    data: standings(fourThirds.slice(0, 6), { podium: fourThirds.slice(0, 6), rest: [] }),
  },
  {
    title: '都没有名次',
    data: standings([unranked(0, 'absent'), unranked(1, 'no-ballots'), unranked(2, 'nobody-eligible')]),
  },
];
