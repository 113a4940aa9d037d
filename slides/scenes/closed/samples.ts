import type { Sample } from '../../sample.ts';

const end = { title: '开放式党建大考场', place: '葵湾文化广场', date: '2026 年 11 月 20 日' };
/** 18:00 in China. */
const UNTIL = Date.UTC(2026, 10, 23, 10);

export const samples: Sample<'closed'>[] = [
  { title: '结束', data: { ...end, announced: null } },
  { title: '结束，结果公示', data: { ...end, announced: { final: false, early: false, at: UNTIL } } },
];
