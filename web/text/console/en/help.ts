import type { helps as Zh } from '../zh-CN/help.ts';

export const helps: typeof Zh = {
  title: 'Asks for help',
  reasons: {
    sight: 'Cannot read it',
    operation: 'Does not know how',
    network: 'Bad network',
    other: 'Something else',
  },
  since: (time, minutes) => (minutes < 1 ? `${time}, just now` : `${time}, for ${minutes} min`),
  done: 'Done',
  doneOf: (who) => `Done: ${who}`,
};
