import { ENDING, type Sample } from '../../sample.ts';
import type { CeremonyData } from './data.ts';

const ceremony = (more: Partial<CeremonyData>): CeremonyData => ({
  at: 45,
  places: 25,
  rank: 3,
  score: 9124,
  level: '好',
  name: null,
  ending: ENDING,
  letters: 7,
  parts: [],
  full: 10_000,
  left: ['清溪', '葵湾', '海滨路'],
  ...more,
});

const parts = [
  { id: 'report', name: '述职', points: 2738 },
  { id: 'direct', name: '正面回应', points: 1841 },
  { id: 'evidence', name: '言之有据', points: 2710 },
  { id: 'measures', name: '措施时限', points: 1835 },
];

export const samples: Sample<'ceremony'>[] = [
  {
    title: '即将揭晓',
    data: ceremony({ at: 0, rank: null, score: null, level: null, left: Array(25).fill('') }),
  },
  { title: '先揭晓得分', data: ceremony({}) },
  { title: '再揭晓名称', data: ceremony({ at: 46, name: '清溪社区党委', parts, left: ['葵湾', '海滨路'] }) },
  {
    title: '群众评价计分',
    data: ceremony({
      at: 46,
      score: 10_124,
      full: 12_000,
      name: '清溪社区党委',
      parts: [...parts, { id: 'crowd', name: '群众满意度', points: 1000 }],
    }),
  },
  {
    title: '第二十五名',
    data: ceremony({ at: 1, rank: 25, score: 7840, level: '一般', left: Array(25).fill('') }),
  },
  {
    title: '第一名',
    data: ceremony({ at: 50, rank: 1, score: 10_000, name: '海滨路社区党委', parts, left: [] }),
  },
  {
    title: '名称很长',
    data: ceremony({
      at: 46,
      ending: '',
      letters: 23,
      name: '葵湾街道社会工作与基层治理综合服务中心联合党总支',
      parts,
      left: ['实验小学党支部', '市政环卫服务中心联合党总支'],
    }),
  },
];
