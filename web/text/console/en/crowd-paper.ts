import type * as ZhModule from '../zh-CN/crowd-paper.ts';

type Zh = typeof ZhModule;

export const crowdPaper: Zh['crowdPaper'] = {
  title: 'Paper tally of the crowd',
  how: 'This sheet counts the crowd. Two people key the tally; only two equal entries count, added to the voices from phones, and both parts are told apart. Nothing can be keyed after the lock.',
  phone: 'By phone',
  paper: 'On paper, counted',
  sum: 'Together',
  counted: 'Counted',
  votes: (count) => `${count} votes`,
  voices: 'The crowd',
  both: (phone, paper) => `${phone} by phone, ${paper} on paper`,
  grade: (name, phone, paper) => `${name} ${phone} + ${paper}`,
  states: {
    none: 'not keyed',
    once: 'keyed once, not counted',
    equal: 'keyed twice, equal, counted',
    unequal: 'keyed twice, not equal, not counted',
  },
  differs: (names) => `They differ in: ${names.join(', ')}. Look at the tally; whoever erred keys it again.`,
  mine: 'You have keyed it; another person has to.',
  key: 'Key the tally',
  again: 'Key it again',
  notYet: 'It can be keyed once this unit is in “Scoring”.',
  locked: 'Locked: these figures stay.',
  lockedWithout: 'The two entries were not equal at the lock, so the paper tally is not counted.',
  readBack: 'Read back',
  total: 'Total',
  submit: 'Submit this tally',
  saved: 'Tally keyed',
  problem: 'A whole number from 0 to 999999; 0 where there is none',
};
