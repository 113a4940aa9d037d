type Zh = typeof import('../zh-CN/parts.ts');

export const parts: Zh['parts'] = {
  cancel: 'Cancel',
  choose: 'Please choose',
  presets: 'Frequent reasons',
  reasonMissing: 'Please give a reason',
  pointsWrong: 'Please enter points with at most two decimals',
};
