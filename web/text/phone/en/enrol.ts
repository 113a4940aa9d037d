import type * as ZhModule from '../zh-CN/enrol.ts';

type Zh = typeof ZhModule;

export const enrol: Zh['enrol'] = {
  looking: 'Looking this pass up',
  number: (kind) =>
    ({ examiner: 'examiner', member: 'member', presenter: 'presenter', screen: 'screen', kiosk: 'tablet' })[
      kind
    ],
  hello: (name) => `Welcome, ${name}`,
  enter: 'Enter',
  entering: 'Entering',
  notMe: 'Not you? Please tell a member of staff',
  taken: 'This pass is in use on another phone. A member of staff has to confirm it.',
  waiting: 'Please ask staff to confirm',
  waitingHow:
    'This pass was used on another phone. Show this page to a member of staff; it goes on by itself once confirmed, and every ballot is kept.',
  noSecret: 'This link is incomplete',
  noSecretHow: 'Please scan the QR code on the pass again.',
  refused: 'It was not enrolled',
  inUse: (who) => `This phone is ${who} already`,
  inUseHow: 'A phone can hold one pass. If you change to this one, the other has to be enrolled anew.',
  stay: 'Back to the meeting',
  swap: 'Use this pass instead',
  moved: 'Your pass has gone to another phone',
  movedHow:
    'Every ballot that you submitted is safe. Please go on with that phone. To come back to this one, scan the code on your pass again.',
  denied:
    'The staff did not move it; your pass is still on the other phone. Please use that one. To move it here, speak to the staff.',
  deniedTitle: 'It was not moved to this phone',
  deniedHere:
    'Your pass is still on the other phone; please use that one. To move it here, speak to the staff, then scan the code on your pass again.',
  askAgain: 'Ask the staff again',
  revoked: 'The pass on this phone is no longer valid',
  revokedHow: 'What you submitted is kept. To go on, please ask the staff for another pass.',
  afresh: 'Enrol again',
  watch: 'Watch the meeting',
  closed: 'The meeting is over',
  closedHow: 'There is no need to enrol any more. You can look at the published results.',
  results: 'Results',
  back: 'Type a meeting code',
};

export const who: Zh['who'] = {
  examiner: (category, number) => `${category} ${number}`,
  crowd: 'Crowd',
  member: (name, post) => [name, post].filter(Boolean).join(', '),
};
