import { plural } from './plural.ts';
type Zh = typeof import('../zh-CN/room.ts');

export const room: Zh['room'] = {
  allMeetings: 'All meetings',
  pagesLabel: 'Pages of the meeting',
  pages: { '': 'Live', '/prepare': 'Prepare', '/passes': 'Passes', '/check': 'Preflight' },
  code: 'Code',
  examinersOnline: 'Examiners online',
  crowd: 'Crowd',
  pause: 'Pause (rain)',
  close: 'Close the meeting',
  reopen: 'Reopen',
  asking: { pause: 'Pause', close: 'Close the meeting', reopen: 'Reopen' },
  pauseNote: 'A word to everybody (optional)',
  pausedMeans: 'All clocks stand; ballots and questions are still taken.',
  pauseNow: 'Pause now',
  reopenReason: 'Reason for reopening',
  reopenNow: 'Confirm reopening',
  closePublishes: (names) =>
    `${plural(names.length, 'unit')} locked and not yet published: ${names.join(', ')}. Closing publishes them.`,
  closePublishesNothing: 'Nothing is left to publish. No ballots or questions are taken after closing.',
  closeWaiting: (count) => `${plural(count, 'unit')} did not have a turn.`,
  closeNow: 'Confirm closing',
};

export const live: Zh['live'] = {
  panelsLabel: 'Shown below',
  panels: { questions: 'Questions', draws: 'Draws', standings: 'Results' },
};

export const screens: Zh['screens'] = {
  sideLabel: 'Screens and examiners',
  title: 'Screen',
  count: (count) => (count === 0 ? 'no screen online' : `${plural(count, 'screen')} online`),
  open: 'Open the screen',
};

export const keys: Zh['keys'] = {
  all: 'All keys',
  close: 'Close the list of keys',
  viewer: 'You are a viewer: you see everything and change nothing here.',
  scrutineer: 'You are a scrutineer: watch the progress, confirm counts and amendments.',
  notWhileTyping: 'Keys do nothing while you type.',
  short: [
    { keys: ['Space'], what: 'next step' },
    { keys: ['P'], what: 'pause the clock' },
    { keys: ['−', '+'], what: '10 s less, more' },
    { keys: ['1', '9'], what: 'question on stage' },
    { keys: ['N'], what: 'oral question' },
  ],
  list: [
    { keys: ['Space'], what: 'next step (the red button)' },
    { keys: ['⌫'], what: 'one stage back, with a reason' },
    { keys: ['P'], what: 'start or pause the clock' },
    { keys: ['−', '+'], what: '10 seconds less, more' },
    { keys: ['1', '9'], what: 'puts that waiting question on stage' },
    { keys: ['A'], what: 'answered' },
    { keys: ['N'], what: 'record an oral question' },
    { keys: ['R'], what: 'pause the meeting' },
    { keys: ['?'], what: 'shows or hides this list' },
  ],
};
