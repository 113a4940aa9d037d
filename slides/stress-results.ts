/** The longest results: nine categories, eight criteria, scores of every kind, places that are shared. */
import type { OutcomeView, Slices, StandingsView } from '$assessment/view.ts';
import { NOW, type Sample } from './sample.ts';
import { ceremonyOf } from './scenes/ceremony/data.ts';
import { RESULT_PAGE_MS, resultOf } from './scenes/result/data.ts';
import { standingsOf } from './scenes/standings/data.ts';
import { agenda, CATEGORIES } from './stress-words.ts';

const CRITERIA = [
  '述职报告质量',
  '正面回应不回避',
  '言之有据数据可查',
  '措施具体时限明确',
  '群众工作',
  '应变能力',
];
const PARTS = [...CRITERIA, '现场纪律和时间把握', '群众满意度'].map((name, at) => ({
  id: `c${at}`,
  name,
  full: 1250,
  points: at === 3 ? 0 : at === 7 ? null : 1250,
}));

type Row = StandingsView['rows'][number];
const row = (at: number, score: number | null): Row => ({
  unit: `u${at}`,
  name: agenda(140)[at]?.name ?? '',
  rank: score === null ? null : at + 1,
  score,
  questioning: null,
  crowd: null,
  level: score === null ? null : '五星级党组织',
  why: score === null ? 'quorum' : null,
  deductions: 1250,
  parts: PARTS,
  categories: CATEGORIES.map((name, k) => ({
    id: `k${k}`,
    name,
    mean: k === 4 ? null : k === 5 ? 0 : 10_000,
  })),
  empty: [CATEGORIES[4] ?? ''],
  eligible: 1300,
  returned: 1299,
  counted: 1288,
  votes: [
    { id: 'satisfied', count: 12_345 },
    { id: 'fair', count: 6789 },
    { id: 'unsatisfied', count: 1234 },
  ],
});
const standings = (count: number, more: Partial<StandingsView> = {}): StandingsView => ({
  final: true,
  units: count,
  rows: Array.from({ length: count }, (_, at) =>
    row(at, at > count - 3 ? null : at === 0 ? 10_000 : 9999 - at * 7),
  ),
  last: null,
  locked: [],
  coming: null,
  ceremony: null,
  ...more,
});
const slices = (count: number, over: number): Partial<Slices> => ({ agenda: agenda(count, over) });
/** S4, V4: every category trimmed, thirteen hundred ballots from very low to full marks. */
const counting: OutcomeView['units'][number] = {
  unit: 'u0',
  needed: 867,
  categories: CATEGORIES.map((name, at) => ({
    id: `k${at}`,
    name,
    counted: at === 4 ? 0 : 138 + at,
    kept: at === 4 ? 0 : 136 + at,
  })),
  spread: [8, 5, 9, 38, 1, 0, 107, 204, 361, 416, 145, 7].map((kept, at) => ({
    from: at === 0 ? 0 : 4000 + at * 500,
    to: 4500 + at * 500,
    kept,
    dropped: [16, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 16][at] ?? 0,
  })),
};
const outcome = (unit: string, spread: (typeof counting)['spread']): OutcomeView => ({
  examiners: 10_000,
  full: 10_000,
  trim: { of: 'total', drop: 2, from: 6 },
  crowd: null,
  units: [{ ...counting, unit, spread }],
  locked: null,
  closedAt: null,
});
/** How a unit's score was counted, which the wall shows in turn with the score. */
const counted = (one: Row, spread: (typeof counting)['spread']) => {
  const last = { unit: one.unit, at: NOW - RESULT_PAGE_MS };
  return resultOf(
    one,
    standings(40, { last }),
    { ...slices(40, 1), outcome: outcome(one.unit, spread) },
    NOW,
  );
};

const ranked = (count: number) => standingsOf(standings(count), slices(count, count), NOW);
const beat = (at: number, many: number) =>
  ceremonyOf(
    {
      at,
      of: 80,
      rank: 1,
      score: 10_000,
      level: '五星级党组织',
      shared: many,
      units: agenda(many).map(({ unit, name }) => ({ unit, name })),
      coming: null,
    },
    standings(many),
    slices(40, 40),
  );

export const RESULTS: {
  result: Sample<'result'>[];
  standings: Sample<'standings'>[];
  ceremony: Sample<'ceremony'>[];
} = {
  result: [
    { title: '极限：九类八项', data: resultOf(row(0, 10_000), standings(40), slices(40, 1), NOW) },
    { title: '极限：九类八项，怎样计票', data: counted(row(0, 10_000), counting.spread) },
    {
      title: '极限：九类，类别太小',
      data: counted({ ...row(0, 10_000), categories: null }, null),
    },
    { title: '极限：零分', data: resultOf(row(1, 0), standings(40, { final: false }), slices(40, 2), NOW) },
    { title: '极限：票数不足', data: resultOf(row(2, null), standings(40), slices(40, 3), NOW) },
  ],
  standings: [25, 40].map((count) => ({ title: `极限：${count} 家，名称很长`, data: ranked(count) })),
  ceremony: [
    { title: '极限：第一名', data: beat(80, 1) },
    { title: '极限：三家并列', data: beat(80, 3) },
  ],
};
