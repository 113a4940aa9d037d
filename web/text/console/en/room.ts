import { plural } from './plural.ts';
import type * as ZhModule from '../zh-CN/room.ts';

type Zh = typeof ZhModule;

export const room: Zh['room'] = {
  allMeetings: 'All meetings',
  pagesLabel: 'Pages of the meeting',
  pages: {
    '': 'Live',
    '/prepare': 'Prepare',
    '/passes': 'Passes',
    '/check': 'Preflight',
    '/check-in': 'Check-in',
    '/count': 'Count',
    '/promises': 'Promises',
    '/journal': 'Journal',
    '/paper': 'Paper',
  },
  code: 'Code',
  examinersOnline: 'Examiners',
  crowd: 'Crowd',
  pause: 'Pause',
  close: 'Close',
  reopen: 'Reopen',
  asking: {
    pause: 'Pause',
    close: 'Close the meeting',
    reopen: 'Reopen',
    finalise: 'Make the result final',
  },
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
  offline:
    'No network. The clock goes on; what is pressed now is not done, now or later. Go on when the line is back, without a reload.',
};

export const live: Zh['live'] = {
  panelsLabel: 'Shown below',
  panels: { questions: 'Questions', promises: 'Promises', draws: 'Draws', standings: 'Results' },
};
