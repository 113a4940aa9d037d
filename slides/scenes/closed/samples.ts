import type { Sample } from '../../sample.ts';

export const samples: Sample<'closed'>[] = [
  { title: '结束', data: { title: '开放式党建大考场', place: '葵湾文化广场', date: '2026 年 11 月 20 日' } },
];
