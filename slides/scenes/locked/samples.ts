import { HARBOUR, LONG_NAME, type Sample } from '../../sample.ts';

const next = '古城社区党委';

export const samples: Sample<'locked'>[] = [
  { title: '等待公布', data: { unit: HARBOUR, absent: false, publish: 'at-once', scrutineer: false, next } },
  {
    title: '等待监票人',
    data: { unit: LONG_NAME, absent: false, publish: 'at-once', scrutineer: true, next },
  },
  {
    title: '下一家之后公布',
    data: { unit: HARBOUR, absent: false, publish: 'after-next', scrutineer: true, next },
  },
  {
    title: '全部结束，等待揭晓',
    data: { unit: HARBOUR, absent: false, publish: 'ceremony', scrutineer: true, next: null },
  },
  { title: '缺席', data: { unit: HARBOUR, absent: true, publish: 'at-once', scrutineer: false, next } },
];
