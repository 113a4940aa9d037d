import type * as ZhModule from '../zh-CN/ballots.ts';

type Zh = typeof ZhModule;

export const entry: Zh['entry'] = {
  full: (full, step) => `of ${full}, steps of ${step}`,
  grades: (names) => `Key the number: ${names.map((name, at) => `${at + 1} ${name}`).join('  ')}`,
  next: 'Read back',
  back: 'Change',
  readBack: 'The figures once more',
  total: 'Total',
  problems: {
    'not-a-number': (full, step) => `A number from 0 to ${full} in steps of ${step}`,
    'score-missing': () => 'Missing',
    'score-unknown-criterion': () => 'The sheet has changed',
    'score-out-of-range': (full) => `0 to ${full}`,
    'score-off-step': (_full, step) => `In steps of ${step}`,
    'score-not-a-grade': () => 'The number or the name of a grade',
  },
};

export const assist: Zh['assist'] = {
  assistant: 'Assistant',
  submit: 'Read it to the examiner, then submit',
  replace: 'He agrees: replace his ballot',
  replaces: 'He has scored this unit already. Only he may say that it is replaced.',
  done: (who) => `The ballot of ${who} has arrived`,
  receipt: 'Receipt',
  tell: 'Copy the receipt for the examiner. No score is kept here.',
  close: 'Close',
};

export const passHand: Zh['passHand'] = {
  move: 'Move to the new phone',
  moveOf: (label) => `Move to the new phone: ${label}`,
  assist: 'Assist',
  assistOf: (label) => `Assist: ${label}`,
  paper: 'Issue paper',
  paperOf: (label) => `Issue paper: ${label}`,
  key: 'Key the paper',
  return: 'Paper handed back',
  returnOf: (label) => `Paper handed back: ${label}`,
  returnedUnused: 'Handed back unused',
  admit: (number) => `To tablet ${number}`,
  admitOf: (number, label) => `To tablet ${number}: ${label}`,
  release: (number) => `Out of tablet ${number}`,
  releaseOf: (label) => `Out of the tablet: ${label}`,
  checkOut: 'Left',
  checkOutOf: (label) => `Left: ${label}`,
};

export const paper: Zh['paper'] = {
  of: (label, unit) => `${label}, ${unit}`,
  title: 'Paper and tablets',
  unit: 'Unit',
  category: 'Category',
  number: 'Pass number',
  numberHow: 'The short number on the pass, then Enter',
  issue: 'Issue paper',
  key: 'Key',
  keyOf: (label) => `Key: ${label}`,
  how: 'A paper closes the phone of its pass for this unit. Two people key each paper; only two equal entries count. What was keyed is not shown again.',
  none: 'No paper was issued for this unit.',
  noPass: 'No pass has this number',
  notIssued: 'No paper was issued for this number',
  noUnit: 'There is no unit on the roster yet.',
  submit: 'Submit this entry',
  columns: { pass: 'Pass', name: 'Name', state: 'Keyed' },
  states: {
    issued: 'not keyed',
    once: 'keyed once',
    equal: 'keyed twice, equal',
    unequal: 'keyed twice, not equal',
  },
  late: 'Completed after the lock: sealed as late',
  differs: (names) =>
    `They differ in: ${names.join(', ')}. Look at the paper; whoever was wrong keys it again.`,
  mine: 'You keyed it; somebody else has to',
  counts: (all, once, equal, unequal) =>
    `${all} issued, ${once} keyed once, ${equal} equal, ${unequal} not equal`,
  saved: (label) => `${label} keyed`,
  return: 'Hand back',
  returnOf: (label) => `Hand back: ${label}`,
  returnReason: 'Why it was handed back',
  returnNow: 'Hand back',
  kiosks: 'Shared tablets',
  kioskHow:
    'Scan this code with a tablet or open its link: several examiners then score at it in turn. Each scans his pass, scores, and leaves.',
  addKiosk: 'Add a tablet',
  kiosk: (number) => `Tablet ${number}`,
  empty: 'free',
  guest: (label) => `${label} is scoring`,
  release: 'Let him out',
  releaseOf: (number) => `Tablet ${number}: let him out`,
  showCode: 'QR code',
  showCodeOf: (number) => `QR code of tablet ${number}`,
  elsewhere: 'Its code is in another browser; reissue it on the passes page',
};
