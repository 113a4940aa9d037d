import { HARBOUR, LONG_NAME, type Sample } from '../../sample.ts';
import type { ResultData } from './data.ts';

type Row = ResultData['row'];
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

const result = (one: Row, more: Partial<ResultData> = {}): ResultData => ({
  unit: HARBOUR,
  row: one,
  examinersFull: 10_000,
  published: 7,
  final: false,
  grades: [
    { id: 'satisfied', name: '满意' },
    { id: 'fair', name: '基本满意' },
    { id: 'unsatisfied', name: '不满意' },
  ],
  next: '古城社区党委',
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

export const samples: Sample<'result'>[] = [
  { title: '综合得分', data: result(row()) },
  {
    title: '群众计分，有空缺的类别和扣分',
    data: result(
      row({
        crowd: 1768,
        deductions: 200,
        parts: [part('述职', 3000, 2619), part('现场质询', 5000, 4273), part('群众满意度', 2000, 1768)],
        categories: MEANS.map((one, at) =>
          at === 5 ? { ...one, mean: null } : { ...one, mean: (one.mean ?? 0) - 1700 },
        ),
        empty: ['媒体代表'],
      }),
      { examinersFull: 8000 },
    ),
  },
  { title: '类别太小', data: result(row({ categories: null })) },
  {
    title: '满分，名称很长，八项',
    data: result(
      row({
        score: 10_000,
        level: '五星级党组织',
        parts: [...PARTS, ...PARTS].map((one, at) => ({
          ...one,
          id: `p${at}`,
          name: at === 2 ? '数据可查' : one.name,
        })),
        categories: [...MEANS, ...MEANS].slice(0, 12).map((one, at) => ({ ...one, id: `c${at}` })),
      }),
      { unit: LONG_NAME, final: true, next: null, published: 125 },
    ),
  },
  { title: '票数不足', data: result(none('quorum', 21)) },
  { title: '缺席', data: result(none('absent', 0)) },
];
