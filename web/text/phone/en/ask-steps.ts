import type * as ZhModule from '../zh-CN/ask-steps.ts';

type Zh = typeof ZhModule;

export const steps: Zh['steps'] = {
  nth: (place, of) => `Step ${place} of ${of}`,
  what: 'What do you ask?',
  whom: 'Who should answer?',
  check: 'Please check your question',
  unit: 'Which unit',
  to: (unit) => `You ask ${unit}:`,
  by: (name) => `${name} answers`,
  spoken: (unit, words, answers) =>
    `Please check. You ask ${unit}: ${words}. ${answers === null ? '' : `${answers} answers. `}If that is right, press “Submit”.`,
  empty: 'Please write your question first',
  nobody: 'No unit can be asked now',
  aloud: 'Raise a hand',
  lower: 'Lower it',
  back: 'Back',
  next: 'Next',
  submit: 'Submit',
};
