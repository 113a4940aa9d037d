import { clockWith, HARBOUR, LONG_NAME, type Sample } from '../../sample.ts';
import type { ScoringData } from './data.ts';

const CATEGORIES = [
  ['党员代表', 8, 9],
  ['老党员代表', 4, 6],
  ['人大代表', 4, 4],
  ['政协委员', 5, 5],
  ['群众代表', 11, 14],
  ['媒体代表', 3, 3],
  ['其他党组织负责人', 4, 5],
] as const;

const categories = CATEGORIES.map(([name, returned, eligible]) => ({ id: name, name, returned, eligible }));

const scoring = (more: Partial<ScoringData> = {}): ScoringData => ({
  unit: HARBOUR,
  closing: false,
  clock: clockWith(84, 120, 30),
  returned: 39,
  eligible: 46,
  categories,
  votes: 812,
  counts: false,
  ...more,
});

export const samples: Sample<'scoring'>[] = [
  { title: '正在评分', data: scoring() },
  {
    title: '群众评价计入得分，已停表',
    data: scoring({ counts: true, clock: { ...clockWith(84, 120, 30), since: null } }),
  },
  { title: '即将锁票', data: scoring({ closing: true, clock: clockWith(18, 30, 0), returned: 44 }) },
  { title: '锁票超时', data: scoring({ closing: true, clock: clockWith(-12, 30, 0), returned: 45 }) },
  {
    title: '全部交票',
    data: scoring({
      returned: 46,
      categories: categories.map((one) => ({ ...one, returned: one.eligible })),
    }),
  },
  {
    title: '刚刚开始',
    data: scoring({ returned: 0, votes: 0, categories: categories.map((one) => ({ ...one, returned: 0 })) }),
  },
  {
    title: '三百名考官，十六类',
    data: scoring({
      unit: LONG_NAME,
      returned: 1268,
      eligible: 1300,
      categories: Array.from({ length: 16 }, (_, at) => ({
        id: `c${at}`,
        name: `${CATEGORIES[at % CATEGORIES.length]?.[0] ?? ''}第${at + 1}组`,
        returned: 60 + at,
        eligible: 80,
      })),
    }),
  },
];
