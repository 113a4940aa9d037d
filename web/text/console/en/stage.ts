import { plural } from './plural.ts';
import type * as ZhModule from '../zh-CN/stage.ts';

type Zh = typeof ZhModule;

export const stage: Zh['stage'] = {
  stagesLabel: 'Stages of the turn',
  names: {
    waiting: 'waiting',
    reporting: 'report',
    questioning: 'questions',
    scoring: 'scoring',
    closing: 'grace',
    locked: 'locked',
    published: 'published',
  },
  place: (place, of, secretary) => `Unit ${place} of ${of}${secretary ? `, secretary ${secretary}` : ''}`,
  nobody: 'Nobody on stage',
  nextIs: (name) => `Next: ${name}`,
  allDone: 'Every unit had its turn.',
  draftHow: 'When lists, sheet and passes are done, declare the meeting ready.',
  readyHow: (units, present, planned) =>
    `${plural(units, 'unit')}; examiners present ${present} / ${planned}.`,
  closedHow: 'All results are published; the ranking and the count can be downloaded.',
};

export const clock: Zh['clock'] = {
  stage: 'Stage',
  answer: 'Answer',
  stopped: 'stopped',
  nearly: 'nearly over',
  start: 'Start the clock',
  pause: 'Pause the clock',
  seconds: (by) => (by < 0 ? `−${-by} s` : `+${by} s`),
  minute: (by) => (by < 0 ? `−${-by} min` : `+${by} min`),
};

export const steps: Zh['steps'] = {
  prepare: 'Prepare',
  open: 'Open the meeting',
  resume: 'Resume the meeting',
  reporting: (name) => `${name} to report`,
  onStage: (name) => `${name} on stage`,
  questioning: 'Begin questions',
  scoring: 'Begin scoring',
  closing: (seconds) => `Collect, ${seconds} s grace`,
  locked: 'Lock',
  lockedAtOnce: 'Collect and lock',
  publish: (name) => `Publish: ${name}`,
  ceremony: 'Begin the ceremony',
  beatScore: 'Reveal the score',
  beatName: 'Reveal the unit',
  rewind: 'One step back',
  close: 'Close the meeting',
  settle: 'Settle amendments and counts',
  finalise: 'Make the result final',
  done: 'Closed',
  back: (stage) => `Back to ${stage}`,
  backReason: 'Reason for going back',
  backUsual: 'pressed by mistake',
  backNow: 'Confirm going back',
};

export const outlook: Zh['outlook'] = {
  allIn: 'All ballots are in',
  nobody: 'No examiner is eligible',
  noResult: 'Locked like this, the unit has no valid result',
  missing: (count, offline) => `${count} missing${offline > 0 ? `, ${offline} of them offline` : ''}`,
  quorum: (eligible, least) => `${eligible} eligible, valid from ${plural(least, 'ballot')}`,
  beat: (at, of) => `Ceremony ${at} / ${of}`,
  soFar: (score, rank) => `${score} points, place ${rank} so far`,
  unranked: (why) => (why ? `no place (${why})` : 'no place'),
  onScreen: (result) => `The screen will show: ${result}`,
  withLock: (name, result) => `The lock publishes ${name}: ${result}`,
  held: (name) => `The count of ${name} is not confirmed; the lock does not publish it`,
  unrankedFirst: (names) => `Beginning publishes those without a place: ${names.join(', ')}`,
  nextScore: (rank, score, shared) =>
    `Next: the score of place ${rank}, ${score}${shared > 1 ? `, shared by ${shared}` : ''}`,
  nextName: (rank, names) => `Next: place ${rank} is ${names.join(', ')}`,
};

export const play: Zh['play'] = {
  label: 'Ceremony by itself',
  start: 'Play',
  pause: 'Pause',
  pace: 'A step every',
  seconds: (count) => plural(count, 'second'),
  plays: 'Playing; stops before the first place',
  byHand: 'The first place is yours to reveal',
  halts: {
    first: 'Stopped before the first place: it is yours to reveal',
    hidden: 'This page left the screen, so playing was paused',
    refused: 'The last step did not happen, so playing was paused',
  },
};

export const agenda: Zh['agenda'] = {
  label: 'Agenda',
  stages: {
    waiting: '',
    reporting: 'reporting',
    questioning: 'questions',
    scoring: 'scoring',
    closing: 'grace',
    locked: 'locked',
    published: 'published',
  },
  next: 'next',
  endsAt: (time) => `Ends at about ${time}`,
  perUnit: (minutes) => `${minutes} min a unit on average`,
  toFront: 'Make it next',
  up: 'Up',
  down: 'Down',
  absent: 'Mark absent',
  absentReason: 'Reason for absence',
  absentUsual: 'did not come',
  absentNow: 'Confirm absence',
  present: 'Mark present',
  presentReason: 'Reason for the change',
  presentUsual: 'has come',
  presentNow: 'Confirm presence',
};
