import type * as ZhModule from '../zh-CN/questions.ts';

type Zh = typeof ZhModule;

export const rate: Zh['rate'] = {
  title: 'How was this answer?',
  done: (rating) => `Rated “${rating}”; `,
  until: (seconds) => `can be changed for ${seconds} s`,
  left: (seconds) => ` ${seconds} s left`,
  saved: (rating) => `“${rating}” is kept on this phone and being submitted`,
  away: 'Hide',
  all: 'What the examiners said of this answer',
  yours: (rating) => `You rated “${rating}”`,
};

export const ask: Zh['ask'] = { open: 'Ask a question' };

export const questions: Zh['questions'] = { purged: 'the text was deleted' };
