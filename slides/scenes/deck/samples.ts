import { clockWith, HARBOUR, LONG_NAME, type Sample } from '../../sample.ts';
import type { DeckData } from './data.ts';

const deck = (more: Partial<DeckData>): DeckData => ({
  unit: HARBOUR,
  clock: clockWith(326, 480, 60),
  answers: false,
  file: 'wide',
  page: 3,
  pages: 12,
  crowdAsks: true,
  ...more,
});

export const samples: Sample<'deck'>[] = [
  { title: '宽页', data: deck({}) },
  { title: '四比三，时间快到了', data: deck({ file: 'old', clock: clockWith(48, 480, 60) }) },
  { title: '竖页，超时', data: deck({ file: 'tall', clock: clockWith(-75, 480, 60), page: 12 }) },
  {
    title: '名称很长，第一百页',
    data: deck({ unit: LONG_NAME, page: 100, pages: 128, clock: clockWith(4210, 5400, 60) }),
  },
  { title: '答问，没有计时', data: deck({ answers: true, clock: null }) },
  {
    title: '停表',
    data: deck({ file: 'old', clock: { since: null, remaining: 754_000, total: 900_000, warn: 60_000 } }),
  },
];
