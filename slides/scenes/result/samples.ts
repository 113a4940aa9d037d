import { HARBOUR, LONG_NAME, type Sample } from '../../sample.ts';
import type { ResultData } from './data.ts';

type Row = ResultData['row'];
type Outcome = NonNullable<ResultData['outcome']>;
const part = (name: string, full: number, points: number | null) => ({ id: name, name, full, points });
const mean = (name: string, value: number | null) => ({ id: name, name, mean: value });

const PARTS = [
  part('述职', 3000, 2619),
  part('正面回应', 2000, 1742),
  part('言之有据', 3000, 2531),
  part('措施时限', 2000, 1768),
];
const MEANS = [
  mean('党员代表', 8650),
  mean('老党员代表', 8925),
  mean('人大代表', 8563),
  mean('政协委员', 8750),
  mean('群众代表', 8379),
  mean('媒体代表', 8850),
  mean('其他党组织负责人', 8680),
];

const SPREAD: Outcome['spread'] = [
  { from: 0, to: 7500, kept: 2, dropped: 2 },
  { from: 7500, to: 8000, kept: 6, dropped: 0 },
  { from: 8000, to: 8500, kept: 12, dropped: 1 },
  { from: 8500, to: 9000, kept: 13, dropped: 0 },
  { from: 9000, to: 9500, kept: 6, dropped: 1 },
  { from: 9500, to: 10_000, kept: 1, dropped: 2 },
];

const row = (more: Partial<Row> = {}): Row => ({
  unit: 'u7',
  name: HARBOUR.name,
  rank: 3,
  score: 8660,
  questioning: 6041,
  crowd: null,
  level: '较好',
  why: null,
  deductions: 0,
  parts: PARTS,
  categories: MEANS,
  empty: [],
  eligible: 46,
  returned: 46,
  counted: 46,
  votes: [
    { id: 'satisfied', count: 812 },
    { id: 'fair', count: 197 },
    { id: 'unsatisfied', count: 48 },
  ],
  ...more,
});

const COUNTED = [9, 6, 4, 5, 14, 3, 5];
const outcome = (more: Partial<Outcome> = {}): Outcome => ({
  unit: 'u7',
  needed: 31,
  categories: MEANS.map(({ id, name }, at) => {
    const counted = COUNTED[at % COUNTED.length] ?? 3;
    return { id, name, counted, kept: counted >= 6 ? counted - 2 : counted };
  }),
  spread: SPREAD,
  ...more,
});

const result = (one: Row, more: Partial<ResultData> = {}): ResultData => ({
  unit: HARBOUR,
  row: one,
  outcome: outcome(),
  full: 10_000,
  examinersFull: 10_000,
  trim: { of: 'total', drop: 1, from: 6 },
  crowd: 'shown',
  crowdMinimum: 30,
  published: 7,
  final: false,
  grades: [
    { id: 'satisfied', name: '满意' },
    { id: 'fair', name: '基本满意' },
    { id: 'unsatisfied', name: '不满意' },
  ],
  next: '古城社区党委',
  turn: 0,
  ...more,
});

const none = (why: Row['why'], counted: number): Row =>
  row({
    rank: null,
    score: null,
    level: null,
    why,
    counted,
    parts: PARTS.map((one) => ({ ...one, points: null })),
    categories: null,
  });

const NINE = [...MEANS, mean('离退休干部代表', 9012), mean('企业和商户代表', 8475)];
const nine = outcome({
  categories: NINE.map(({ id, name }, at) => ({ id, name, counted: 32 + at, kept: 30 + at })),
  spread: [
    { from: 0, to: 6500, kept: 2, dropped: 5 },
    { from: 6500, to: 7000, kept: 14, dropped: 2 },
    { from: 7000, to: 7500, kept: 31, dropped: 0 },
    { from: 7500, to: 8000, kept: 58, dropped: 0 },
    { from: 8000, to: 8500, kept: 96, dropped: 0 },
    { from: 8500, to: 9000, kept: 71, dropped: 0 },
    { from: 9000, to: 9500, kept: 32, dropped: 3 },
    { from: 9500, to: 10_000, kept: 2, dropped: 6 },
  ],
});
const crowded = row({
  score: 10_000,
  level: '五星级党组织',
  parts: [...PARTS, ...PARTS].map((one, at) => ({
    ...one,
    id: `p${at}`,
    name: at === 2 ? '数据可查' : one.name,
  })),
  categories: NINE,
});
const counting = row({
  crowd: 1768,
  deductions: 200,
  parts: [part('述职', 3000, 2619), part('现场质询', 5000, 4273), part('群众满意度', 2000, 1768)],
  categories: MEANS.map((one, at) =>
    at === 5 ? { ...one, mean: null } : { ...one, mean: (one.mean ?? 0) - 1700 },
  ),
  empty: ['媒体代表'],
});
const few = row({
  crowd: null,
  parts: [part('述职', 3000, 2619), part('现场质询', 5000, 4273), part('群众满意度', 2000, null)],
  votes: [{ id: 'satisfied', count: 21 }],
});

export const samples: Sample<'result'>[] = [
  { title: '综合得分', data: result(row()) },
  { title: '怎样计票', data: result(row(), { turn: 1 }) },
  {
    title: '群众计分，有空缺的类别和扣分',
    data: result(counting, { examinersFull: 8000, crowd: 'counted' }),
  },
  {
    title: '群众计分，有空缺的类别：怎样计票',
    data: result(counting, {
      examinersFull: 8000,
      crowd: 'counted',
      turn: 1,
      outcome: outcome({
        categories: outcome().categories.map((one, at) => (at === 5 ? { ...one, counted: 0, kept: 0 } : one)),
        spread: null,
      }),
    }),
  },
  { title: '群众票数不足，折算', data: result(few, { examinersFull: 8000, crowd: 'too-few' }) },
  {
    title: '类别太小',
    data: result(row({ categories: null }), { turn: 1, outcome: outcome({ spread: null }) }),
  },
  {
    title: '满分，名称很长，八项',
    data: result(crowded, { unit: LONG_NAME, final: true, next: null, published: 125, outcome: nine }),
  },
  {
    title: '九类，三百多张票',
    data: result(crowded, {
      unit: LONG_NAME,
      final: true,
      next: null,
      published: 125,
      outcome: nine,
      turn: 1,
    }),
  },
  { title: '票数不足', data: result(none('quorum', 21)) },
  { title: '缺席', data: result(none('absent', 0)) },
];
