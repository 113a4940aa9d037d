import { HARBOUR, LONG_NAME, type Sample } from '../../sample.ts';

const next = '古城社区党委';
const ballots = { returned: 46, eligible: 46 };
const chain = { length: 1234, head: '3f9a0c5be17d42886a9f11c3d07e5b249ac86f3b1de04752c8815f60a7d93e12' };
const most = { returned: 44, eligible: 46 };

export const samples: Sample<'locked'>[] = [
  {
    title: '等待公布',
    data: { unit: HARBOUR, absent: false, publish: 'at-once', scrutineer: false, next, ballots, chain },
  },
  {
    title: '等待监票人',
    data: {
      unit: LONG_NAME,
      absent: false,
      publish: 'at-once',
      scrutineer: true,
      next,
      ballots: most,
      chain,
    },
  },
  {
    title: '下一家之后公布',
    data: { unit: HARBOUR, absent: false, publish: 'after-next', scrutineer: true, next, ballots, chain },
  },
  {
    title: '全部结束，等待揭晓',
    data: {
      unit: HARBOUR,
      absent: false,
      publish: 'ceremony',
      scrutineer: true,
      next: null,
      ballots: null,
      chain,
    },
  },
  {
    title: '缺席',
    data: { unit: HARBOUR, absent: true, publish: 'at-once', scrutineer: false, next, ballots: null, chain },
  },
];
