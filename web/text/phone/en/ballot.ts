import type * as ZhModule from '../zh-CN/ballot.ts';

type Zh = typeof ZhModule;

export const ballot: Zh['ballot'] = {
  name: 'Ballot',
  open: 'Ballot',
  fill: 'Fill in the ballot',
  change: 'Change the ballot',
  receipt: 'Receipt',
  progress: 'How far it is',
  hint: 'Minus starts at the full mark; or tap the box and type',
  full: (points) => `of ${points}`,
  less: (name, step) => `${name} less ${step}`,
  more: (name, step) => `${name} more ${step}`,
  how: (full, step) => `of ${full}; a tap is ${step}`,
  points: (points) => `${points} points`,
  single: 'One by one',
  whole: 'All on one page',
  nth: (place, of) => `${place} of ${of}`,
  previous: 'Back',
  next: 'Next',
  spoken: (unit, nth, name, full, given) =>
    `${unit}. ${nth}. ${name}, at most ${full}. ${given === null ? 'No score yet.' : `You gave ${given}.`}`,
  total: 'Total',
  check: 'Check the ballot',
  rated: (counts) => `You rated: ${counts.map(({ name, count }) => `${name} ${count}`).join(', ')}`,
  field: {
    'score-missing': () => 'no score yet',
    'score-unknown-criterion': () => 'the sheet has changed',
    'score-out-of-range': (full) => `0 to ${full}, please`,
    'score-off-step': (_full, step) => `in steps of ${step}, please`,
    'score-not-a-grade': () => 'please choose a grade',
    'not-a-number': (full, step) => `a number, please: 0 to ${full} in steps of ${step}`,
  },
  counted: (points, receipt) => `What counts now is a ballot of ${points} in all, receipt ${receipt}`,
  closed: 'This unit is locked',
  notYet: 'This unit has not been on stage',
  gone: 'You were checked out',
  goneHow:
    'You cannot score now; what you filled in is still on this phone. To go on, ask the staff to check you in.',
  noBallot: 'You submitted no ballot for this unit',
  kept: (points) =>
    `What you filled in is still on this phone, ${points} in all. It was not submitted before the lock and does not count.`,
  keptHow: 'If in doubt, please tell staff.',
  absent: 'This unit is absent and is not scored',
  voided: 'The ballot that you submitted is void and does not count.',
  recused: 'You are recused from this unit',
  paper: 'You score this unit on paper',
  paperHow:
    'Give the filled-in paper to staff; two of them key it. The next unit is scored on this phone again.',
  recusedHow: 'You are connected with this unit, so others score it. You may listen and ask.',
  declare: 'I am connected with this unit and recuse myself',
  declareHow: 'You cannot score this unit then, and it cannot be undone today.',
  declareYes: 'Recuse me',
  declareNo: 'Do not',
};

export const readBack: Zh['readBack'] = {
  title: 'Please check what you give',
  fix: (criterion) => `Change ${criterion}`,
  spoken: (unit, items, total) =>
    `Please check. You give ${unit}: ${items.join(', ')}. ${total} in all. If that is right, press “Submit”.`,
  back: 'Change',
  confirm: 'Submit',
  later: 'You can still change it until it is locked.',
  notOpen: 'It can be submitted once scoring opens. What you filled in is kept.',
  replaces: 'This replaces the ballot that you submitted before.',
};

export const sent: Zh['sent'] = {
  stored: 'Kept on this phone',
  storedTitle: 'Kept on this phone, being submitted',
  offlineTitle: 'Your ballot is safe on this phone',
  calm: 'No need to fill it in again or to keep tapping. It goes out by itself once there is a network.',
  sending: 'Being submitted',
  waiting: 'Waiting for the network',
  waited: (seconds) => `${seconds} s so far`,
  thenReceipt: 'Then the receipt shows here',
  staff: 'Staff can see who has not submitted.',
  tryNow: 'Try now',
  memory: 'This phone cannot keep it for long: please leave this page open until it has arrived.',
  done: 'Ballot received',
  at: (time) => `received ${time}`,
  code: 'Receipt',
  canChange: 'You can change it until it is locked',
  locked: 'This unit is locked; it can no longer be changed.',
  what: 'After the meeting the receipt shows how this ballot was counted. Your name is not on it.',
  refused: 'The ballot was not taken',
  late: 'The ballot came a moment too late',
  lateHow: 'What you scored is not lost. The host and a scrutineer decide by the rules whether it counts.',
  superseded: 'This one did not replace the other',
  spoken: (unit, total) =>
    `Ballot received. You gave ${unit} ${total}. The receipt is on this page; this phone remembers it.`,
  again: 'Check it again',
  home: 'Back to the stage',
  of: (unit, points) => `${unit}, ${points} in all`,
};

export const closing: Zh['closing'] = {
  wait: 'Please wait for me',
  soon: 'About to be locked. Not done yet? Tap here.',
  told: 'The host knows that you are still at it. No hurry.',
};
