import type { helpPage as Zh } from '../zh-CN/help-page.ts';

export const helpPage: typeof Zh = {
  title: 'Call the staff',
  how: 'Press the red button and somebody comes to your seat. What you filled in stays.',
  reason: 'What is the matter',
  optional: 'optional',
  reasons: {
    sight: 'I cannot read it',
    operation: 'I do not know how',
    network: 'Bad network',
    other: 'Something else',
  },
  ask: 'Call the staff',
  toldHow: 'There is no need to press again. This goes away when somebody has helped.',
  offline: 'There is no network now: wave, or ask a neighbour to tell the staff.',
  closed: 'The meeting is over; please speak to the staff.',
};
