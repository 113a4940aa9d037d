import type * as ZhModule from '../zh-CN/results.ts';

type Zh = typeof ZhModule;

export const results: Zh['results'] = {
  open: 'Results',
  title: 'Results',
  sofar: (count, of) => `${count} of ${of} published`,
  rank: (rank) => `No. ${rank}`,
  page: 'Scores, answers, promises',
  none: 'Nothing is published yet',
  points: (points) => points,
  noResult: 'no valid result',
  deduction: (points) => `less ${points}`,
};
