import type * as ZhModule from '../zh-CN/asking.ts';

type Zh = typeof ZhModule;

export const ask: Zh['ask'] = {
  open: 'Ask a question',
  title: (unit) => `Ask ${unit}`,
  text: 'Your question',
  placeholder: 'Please write your question',
  count: (length) => `${length} / 200`,
  unit: 'Which unit',
  chooseUnit: 'Choose a unit',
  gone: (unit) =>
    `${unit} takes no questions any more. What you wrote is still here; you can ask another unit.`,
  portfolio: 'What about',
  optional: 'optional',
  member: 'Who should answer',
  noMember: 'anybody',
  whoAnswers: (name) => `${name} answers`,
  otherMember: 'Somebody else',
  submit: 'Submit question',
  empty: 'Please write your question first',
  aloud: 'Raise a hand',
  lower: 'Lower the hand',
  nobody: 'No unit can be asked at the moment',
  moderated: 'Staff look at it before it is shown.',
  alike: 'Somebody asked something similar. Support it?',
  alikeDone: 'Your support is noted. You can submit your own question all the same.',
};

export const questions: Zh['questions'] = {
  title: 'Questions',
  support: 'Support',
  supported: 'Supported',
  supports: (count) => `${count} support it`,
  more: (count) => `${count} more`,
  mine: 'My questions',
  to: (unit) => `to ${unit}`,
  stored: 'Kept on this phone, being submitted',
  declined: (why) => `not used: ${why}`,
  fates: {
    submitted: 'arrived, to be looked at',
    accepted: 'taken',
    declined: 'not used',
    queued: 'in the queue',
    asked: 'on stage now',
    answered: 'answered',
    closed: 'answered',
    merged: 'joined with a similar one',
  },
  wasAsked: 'was asked on stage',
  notReached: 'the turn is over; there was no time for it',
  into: (text) => `joined with: ${text}`,
  rated: (counts) => `Ratings: ${counts.map(({ name, count }) => `${name} ${count}`).join(', ')}`,
  purged: 'the text was deleted',
};
