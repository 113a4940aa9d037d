/**
 * Every key of the live page, once: what binds a key, what a button shows and what the help sheet says all read this
 * table, so that the sheet cannot lie. Keys as `KeyboardEvent.key` gives them, in lower case.
 */
export const KEYS = {
  next: [' '],
  back: ['backspace'],
  undo: ['z'],
  pause: ['r'],

  clock: ['p'],
  less: ['-'],
  more: ['+', '='],
  lessMinute: ['['],
  moreMinute: [']'],

  stage: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  answered: ['f'],
  closeQuestion: ['c'],
  oral: ['n'],
  hand: ['g'],
  lowerHand: ['x'],

  deckNext: ['arrowright'],
  deckBack: ['arrowleft'],
  deckShow: ['i'],

  below: ['j', 'arrowdown'],
  above: ['k', 'arrowup'],
  stageThis: ['enter'],
  accept: ['a'],
  decline: ['d'],
  edit: ['e'],
  merge: ['m'],
  handOn: ['h'],
  queue: ['q'],
  earlier: [','],
  later: ['.'],
  list: ['l'],

  drawOrder: ['o'],
  drawQuestioner: ['y'],
  drawQuestion: ['t'],
  passOver: ['w'],

  unitBelow: ['v'],
  unitAbove: ['b'],
  unitEarlier: ['pageup'],
  unitLater: ['pagedown'],
  unitFirst: ['home'],
  absent: ['u'],

  screens: ['s'],
  help: ['?', '？'],
} as const satisfies Record<string, readonly string[]>;

export type Shortcut = keyof typeof KEYS;

/** The help sheet's columns, in the order in which a host reads them. */
export const KEY_GROUPS = {
  flow: ['next', 'back', 'undo', 'pause'],
  clock: ['clock', 'less', 'more', 'lessMinute', 'moreMinute'],
  stage: ['stage', 'answered', 'closeQuestion', 'oral', 'hand', 'lowerHand'],
  deck: ['deckNext', 'deckBack', 'deckShow'],
  row: [
    'below',
    'above',
    'stageThis',
    'accept',
    'decline',
    'edit',
    'merge',
    'handOn',
    'queue',
    'earlier',
    'later',
    'list',
  ],
  draw: ['drawOrder', 'drawQuestioner', 'drawQuestion', 'passOver'],
  unit: ['unitBelow', 'unitAbove', 'unitEarlier', 'unitLater', 'unitFirst', 'absent'],
  page: ['screens', 'help'],
} as const satisfies Record<string, readonly Shortcut[]>;

export type KeyGroup = keyof typeof KEY_GROUPS;
/** An action that stands in no group would be missing from the sheet. */
export type Grouped = (typeof KEY_GROUPS)[KeyGroup][number];
export const ALL_GROUPED: Shortcut extends Grouped ? true : never = true;
