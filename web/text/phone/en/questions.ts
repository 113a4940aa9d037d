import type * as ZhModule from '../zh-CN/questions.ts';

type Zh = typeof ZhModule;

export const rate: Zh['rate'] = {
  title: 'How was this answer?',
  done: (rating) => `Rated “${rating}”; `,
  until: (seconds) => `can be changed for ${seconds} s`,
  left: (seconds) => `${seconds} s left`,
  saved: (rating) => `“${rating}” is kept on this phone and being submitted`,
  recused: 'You are recused from this unit and do not rate it',
};

export const ask: Zh['ask'] = {
  open: 'Ask a question',
  title: (unit) => `Ask ${unit}`,
  text: 'Your question',
  placeholder: 'Please write your question',
  count: (length) => `${length} / 200`,
  unit: 'Which unit',
  portfolio: 'What about',
  optional: 'optional',
  member: 'Who should answer',
  byPortfolio: 'chosen by portfolio',
  noMember: 'anybody',
  whoAnswers: (name) => `${name} answers`,
  otherMember: 'Somebody else',
  submit: 'Submit question',
  empty: 'Please write your question first',
  aloud: 'Raise a hand',
  lower: 'Lower the hand',
  nobody: 'No unit can be asked at the moment',
  moderated: 'Staff look at it before it is shown.',
};

export const questions: Zh['questions'] = {
  title: 'Questions',
  support: 'Support',
  supported: 'Supported',
  supports: (count) => `${count} support it`,
  mine: 'My questions',
  to: (unit) => `to ${unit}`,
  stored: 'Kept on this phone, being submitted',
  declined: (why) => `not used: ${why}`,
  purged: 'the text was deleted',
};
