import type * as zh from '../zh-CN/code.ts';

export const code: typeof zh.code = {
  title: 'Enter the meeting',
  label: 'Meeting code',
  hint: 'six figures on the big screen',
  go: 'Enter',
  checking: 'Looking it up',
  short: (typed) =>
    typed === 0 ? 'Please enter six figures' : `The code has six figures, here are ${typed}`,
  letters: 'The code has figures only: please look at the big screen again',
  unknown: (code) => `No meeting has the code ${code}. Please look at the big screen again`,
  archived: 'This meeting is over and has been put away',
  offline: 'No connection. Please look at this phone’s network and press “Enter” again',
  noName: 'As a guest you give no name.',
  scan: 'An examiner? Please scan your own pass.',
  console: 'For organizers',
};
