import type * as ZhModule from '../zh-CN/wait.ts';

type Zh = typeof ZhModule;

export const wait: Zh['wait'] = {
  loading: 'Entering the meeting',
  again: 'What you filled in is kept. The network is bad now; this page tries again by itself.',
  reload: 'Reload',
  refused: 'Not connected to the meeting',
  old: (time) => `This is how it was at ${time}; connecting`,
};
