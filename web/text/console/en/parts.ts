import type * as ZhModule from '../zh-CN/parts.ts';

type Zh = typeof ZhModule;

export const parts: Zh['parts'] = {
  cancel: 'Cancel',
  choose: 'Please choose',
  onward: (to) => `Next: ${to}`,
  presets: 'Frequent reasons',
  reasonMissing: 'Please give a reason',
  pointsWrong: 'Please enter points with at most two decimals',
};
