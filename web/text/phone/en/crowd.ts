import type * as ZhModule from '../zh-CN/crowd.ts';

type Zh = typeof ZhModule;

export const crowd: Zh['crowd'] = {
  satisfied: 'Are you satisfied?',
  one: 'One vote a phone; you can change it until the lock',
  voted: (count) => `${count} have voted`,
  delivered: 'received',
  stored: 'kept on this phone',
  watch: 'Watch',
  vote: 'Judge this unit',
};
