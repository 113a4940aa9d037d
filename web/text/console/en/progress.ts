import type * as ZhModule from '../zh-CN/progress.ts';

type Zh = typeof ZhModule;

export const progress: Zh['progress'] = {
  title: 'Ballots',
  ofAll: (returned, eligible) => `${returned} ballots of ${eligible} eligible`,
  crowd: 'Crowd',
  votes: (count) => `${count} votes`,
  pending: 'Missing',
  nobodyPending: 'All ballots are in',
  anonymous: 'anonymous',
  waits: 'asks to wait',
  lines: { online: 'online', asleep: 'asleep', offline: 'offline', never: 'no phone' },
  waiting: (count) => `wait ${count}`,
  waitingLong: (count) => `${count} ask to wait`,
  papers: (count) => `${count} on paper`,
  unkeyed: (count) => `${count} not keyed`,
  onPaper: 'paper',
  atKiosk: 'at a tablet',
  acts: 'Do',
  actsOf: (label) => `Do: ${label}`,
  anonymousHow: 'Anonymous: only counts by category. Whoever comes to you is looked up by his number.',
  category: 'Category',
  number: 'Pass number',
  present: 'Examiners present',
  offline: 'Present but offline',
};

export const hands: Zh['hands'] = {
  title: 'Raised hands',
  record: 'Ask',
  recordOf: (who) => `May ask: ${who}`,
  lower: 'Lower',
  lowerOf: (who) => `Lower: ${who}`,
};

export const handovers: Zh['handovers'] = {
  title: 'Asks to change phones',
  move: 'Move',
  moveOf: (who) => `Move to the new phone: ${who}`,
  keep: 'Keep',
  keepOf: (who) => `Keep the old phone: ${who}`,
};
