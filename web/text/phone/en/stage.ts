import type * as ZhModule from '../zh-CN/stage.ts';

type Zh = typeof ZhModule;

export const meeting: Zh['meeting'] = {
  draft: 'The meeting is being prepared',
  ready: 'The meeting has not begun',
  live: 'Please wait for the next unit',
  last: 'Every unit has been on stage',
  paused: 'Paused',
  closed: 'The meeting is over. Thank you',
  pausedAbove: (note) => (note === null ? 'Paused, clocks stand still' : `Paused: ${note}`),
  next: 'Next',
  order: 'Order',
  place: (place, of) => `${place} of ${of}`,
  absent: 'absent',
  onStage: 'on stage',
};

export const clock: Zh['clock'] = {
  reporting: 'report, left',
  answer: 'answer, left',
  scoring: 'scoring, left',
  closing: 'locks in',
  stopped: 'clock stopped',
};

export const stage: Zh['stage'] = {
  reporting: 'Report',
  questioning: 'Questions',
  scoring: 'Please score',
  closing: 'Locking soon',
  hear: 'The report',
  nextQuestion: 'Waiting for the next question',
  nth: (number) => `Question ${number}`,
  asks: {
    examiner: (category) => `asked by ${category}`,
    crowd: 'asked by the crowd',
    organizer: 'asked by the host',
  },
  answering: (post) => `${post}, answering`,
  answered: (post) => `${post}, answered`,
  handsUp: 'Your hand is up; the host can see it',
  lowerHand: 'Lower',
  scoringTitle: 'Please score this unit',
  closingTitle: 'About to be locked',
  onlyWatch: 'The examiners are scoring',
};
