import { HARBOUR, LONG_NAME, type Sample } from '../../sample.ts';

const next = '古城社区党委';
const ballots = { returned: 46, eligible: 46 };
const most = { returned: 44, eligible: 46 };

export const samples: Sample<'locked'>[] = [
  {
    title: '等待公布',
    data: { unit: HARBOUR, absent: false, publish: 'at-once', scrutineer: false, next, ballots },
  },
  {
    title: '等待监票人',
    data: { unit: LONG_NAME, absent: false, publish: 'at-once', scrutineer: true, next, ballots: most },
  },
  {
    title: '下一家之后公布',
    data: { unit: HARBOUR, absent: false, publish: 'after-next', scrutineer: true, next, ballots },
  },
  {
    title: '全部结束，等待揭晓',
    data: { unit: HARBOUR, absent: false, publish: 'ceremony', scrutineer: true, next: null, ballots: null },
  },
  {
    title: '缺席',
    data: { unit: HARBOUR, absent: true, publish: 'at-once', scrutineer: false, next, ballots: null },
  },
];
