import type { Sample } from '../../sample.ts';

const commitment = '9f2c5e81b7d04a6638e1c90f7ab35d2466f0e19c8d7b4a3512ce06f9d8b1a743';

export const samples: Sample<'commitment'>[] = [
  { title: '上场顺序', data: { purpose: 'order', items: 25, commitment } },
  { title: '下一位提问人', data: { purpose: 'questioner', items: 46, commitment } },
  { title: '下一个问题', data: { purpose: 'question', items: 12, commitment } },
];
