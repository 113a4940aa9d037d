import { ENDING, LONG_NAME, UNITS, type Sample } from '../../sample.ts';
import type { CeremonyData } from './data.ts';

const ceremony = (more: Partial<CeremonyData>): CeremonyData => ({
  at: 45,
  places: 25,
  rank: 3,
  score: 9124,
  level: '好',
  shared: 1,
  names: [],
  ending: ENDING,
  letters: 7,
  parts: [],
  deductions: 0,
  full: 10_000,
  left: ['清溪', '葵湾', '海滨路'],
  unranked: [],
  ...more,
});

const part = (name: string, points: number, full: number) => ({ id: name, name, points, full });
const parts = [
  part('述职', 2738, 3000),
  part('正面回应', 1841, 2000),
  part('言之有据', 2710, 3000),
  part('措施时限', 1835, 2000),
];
const MANY =
  '述职内容 成效数据 问题剖析 正面回应 言之有据 措施时限 临场表达 班子配合 服务态度 群众满意度'.split(' ');
const shortsTo = (count: number) => UNITS.slice(0, count).map(({ short }) => short);

export const samples: Sample<'ceremony'>[] = [
  {
    title: '即将揭晓，有不排名次的单位',
    data: ceremony({
      at: 0,
      rank: null,
      score: null,
      level: null,
      shared: 0,
      left: shortsTo(23),
      unranked: [
        { name: '王岗', why: 'absent' },
        { name: '东渔头', why: 'quorum' },
      ],
    }),
  },
  { title: '先揭晓得分', data: ceremony({}) },
  {
    title: '再揭晓名称',
    data: ceremony({ at: 46, names: ['清溪社区党委'], parts, left: ['葵湾', '海滨路'] }),
  },
  {
    title: '十项，有扣分',
    data: ceremony({
      at: 46,
      names: ['清溪社区党委'],
      parts: MANY.map((name, at) => part(name, 905 + at * 7, 1000)),
      deductions: 200,
      left: ['葵湾', '海滨路'],
    }),
  },
  {
    title: '两家并列第三，先揭晓得分',
    data: ceremony({ shared: 2, left: ['清溪', '坝湾', '葵湾', '海滨路'] }),
  },
  {
    title: '两家并列第三，再揭晓名称',
    data: ceremony({ at: 46, shared: 2, names: ['清溪社区党委', '坝湾社区党委'], left: ['葵湾', '海滨路'] }),
  },
  {
    title: '五家并列第十二',
    data: ceremony({
      at: 20,
      rank: 12,
      score: 8570,
      shared: 5,
      names: UNITS.slice(9, 14).map(({ name }) => name),
      left: shortsTo(11),
    }),
  },
  {
    title: '第二十五名',
    data: ceremony({ at: 1, rank: 25, score: 7840, level: '一般', left: shortsTo(25) }),
  },
  {
    title: '第一名，先揭晓得分',
    data: ceremony({ at: 49, rank: 1, score: 9236, left: ['海滨路'] }),
  },
  {
    title: '第一名',
    data: ceremony({ at: 50, rank: 1, score: 9236, names: ['海滨路社区党委'], parts, left: [] }),
  },
  {
    title: '三家并列第一，满分',
    data: ceremony({
      at: 46,
      rank: 1,
      score: 10_000,
      shared: 3,
      names: UNITS.slice(0, 3).map(({ name }) => name),
      left: [],
    }),
  },
  {
    title: '名称很长',
    data: ceremony({
      at: 46,
      ending: '',
      letters: 23,
      names: [LONG_NAME.name],
      parts,
      left: ['实验小学党支部', '市政环卫服务中心联合党总支'],
    }),
  },
  {
    title: '九家并列',
    data: ceremony({
      at: 20,
      rank: 12,
      score: 0,
      level: '较差',
      shared: 9,
      names: UNITS.slice(9, 18).map(({ name }) => name),
      left: shortsTo(11),
    }),
  },
];
