import { HARBOUR, type Sample } from '../../sample.ts';
import type { RatingsData } from './data.ts';

const rated = (text: string, counts: RatingsData['counts']): RatingsData => ({
  id: 'q3',
  number: 3,
  from: 'examiner',
  category: '群众代表',
  portfolio: '环卫环保',
  text,
  member: { name: '康婉健', post: '委员' },
  unit: HARBOUR,
  counts,
  total: Object.values(counts).reduce((sum, one) => sum + one, 0),
});

export const samples: Sample<'ratings'>[] = [
  {
    title: '评价结果',
    data: rated('渔排污水排到哪里去了？', { good: 21, 'rather-good': 14, fair: 6, poor: 2 }),
  },
  {
    title: '无人评价',
    data: rated('渔排污水排到哪里去了？', { good: 0, 'rather-good': 0, fair: 0, poor: 0 }),
  },
  {
    title: '问题很长',
    data: rated(
      '旧工业区更新进行到哪一步，签约率多少？还没有签的是哪些户，工作做到了哪里，年底以前能不能全部签完，给大家一个准话。请把责任人和时间表也一并说清楚，居民都在等，谢谢。',
      { good: 121, 'rather-good': 114, fair: 36, poor: 12 },
    ),
  },
];
