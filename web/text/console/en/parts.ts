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

export const chain: Zh['chain'] = {
  locked: (length) => `The record had ${length} entries at the lock; hash of the last`,
  copy: 'Copy',
  copyOf: (label) => `Copy: ${label}`,
  copied: 'Copied as NUMBER:HASH',
  notCopied: 'The browser does not allow it; select the text above',
};
