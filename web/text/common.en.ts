import type { Detail } from '../../assessment/noun.ts';
import type { Stage } from '../../assessment/turns.ts';
import type { Codes, Common } from './common.zh-CN.ts';

const about = (value: string | number | undefined, otherwise: string): string =>
  value === undefined || value === '' ? otherwise : `“${value}”`;

const stages: Common['stages'] = {
  waiting: 'waiting',
  reporting: 'report',
  questioning: 'questions',
  scoring: 'scoring',
  closing: 'closing soon',
  locked: 'locked',
  published: 'published',
};

const stageOf = (detail: Detail): string => stages[detail.stage as Stage] ?? 'another stage';

const codes: Codes = {
  revoked: 'The pass on this phone is no longer valid. Please ask a member of staff.',
  'pass-moved': 'Your pass has gone to another phone; please submit it there.',
  forbidden: 'You may not do this.',
  'id-reused': 'An earlier message had the same number and said something else. Please submit again.',
  malformed: 'The message was incomplete and was not taken. Please fill it in again.',
  'unknown-command': 'This page and the server are of different versions. Please reload.',
  'too-late': 'The network broke after this was pressed, and nothing was done. Please look before you go on.',
  overtaken: 'Something has just changed, and nothing was done. Please look before you go on.',
  'meeting-not-live': 'The meeting has not begun.',
  'meeting-closed': 'The meeting is over.',
  'wrong-phase': 'The meeting does not allow this at the moment.',
  'unit-unknown': 'There is no such unit.',
  'stage-moved': 'The stage has just changed. Please look at it again.',
  'turn-locked': (detail) =>
    detail.receipt === undefined
      ? 'This unit is locked and can no longer be changed.'
      : `This unit is locked. Your ballot does not count; it was sealed as ${detail.receipt}.`,
  'turn-not-open': (detail) =>
    detail.stage === undefined
      ? 'It is not yet time for this.'
      : `This unit is at “${stageOf(detail)}”; nothing can be submitted now.`,
  'unit-absent': 'This unit is absent and is not scored.',
  'person-unknown': 'Nobody of that name is on the list.',
  'pass-unknown': 'There is no such pass. Perhaps it is for another meeting; staff can look it up.',
  'pass-revoked': 'This pass is no longer valid. Please ask staff for another.',
  'pass-in-use': 'This pass is in use.',
  'session-has-pass': 'This phone is enrolled with another pass.',
  'not-checked-in':
    'You are not on the list of those present, so it was not taken. Please ask staff to check you in.',
  recused: 'You are recused from this unit and do not score it.',
  superseded:
    'Your ballot was changed elsewhere, so this one was not taken. Please check the scores and submit again.',
  'score-missing': (detail) => `${about(detail.criterion, 'A criterion')} has no score yet.`,
  'score-unknown-criterion': 'The sheet has changed. Please check your ballot.',
  'score-out-of-range': (detail) => `${about(detail.criterion, 'A criterion')} is beyond its full mark.`,
  'score-off-step': (detail) => `${about(detail.criterion, 'A criterion')} is not in steps of the sheet.`,
  'score-not-a-grade': (detail) => `${about(detail.criterion, 'A criterion')} is none of the grades.`,
  'paper-issued': 'You score this unit on paper. Please give the filled-in paper to staff.',
  'pass-in-kiosk': 'This pass is in use at another tablet.',
  'question-unknown': 'There is no such question.',
  'question-state': 'This question has just moved on.',
  'questions-not-open': 'This meeting takes no questions from the crowd.',
  'rating-closed': 'The time to rate this answer is over.',
  'own-question': 'This is your own question.',
  'picture-unknown': 'The photo did not reach the server. Please try again.',
  'promise-unknown': 'This promise was not found.',
  'promise-state': 'This promise has just changed. Please look at it as it is now.',
  'grade-unknown': 'There is no such choice.',
  retry: 'The server could not store it; it will be sent again by itself.',
  internal: 'The server failed and did not take it. Please tell staff.',
  busy: 'The server is busy; it will be sent again by itself.',
  'protocol-unknown': 'There is a newer version of this page. Please reload.',
  'meeting-unknown': 'No meeting has this code. Please look at the six figures on the screen.',
  'too-large': 'Too long; it was not taken.',
  'picture-invalid': 'This photo cannot be opened and was not taken. Please choose another.',
  'pictures-full': 'There is no room for more photos. The text can be submitted all the same.',
  'too-many': 'Too fast. Please wait a moment.',
  'not-found': 'Not found.',
  disk: 'The server cannot store any more. Please tell staff at once.',
  'data-unreadable': 'The data of this meeting cannot be read. Please tell staff.',
};

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const figure = new Intl.NumberFormat('en-GB');
const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function whole(value: number): string {
  if (value < 20) return ONES[value] ?? '';
  if (value < 100) return `${TENS[Math.floor(value / 10)]}${value % 10 ? `-${ONES[value % 10]}` : ''}`;
  const [size, name] = value < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  const rest = value % size;
  return `${whole(Math.floor(value / size))} ${name}${rest ? ` ${whole(rest)}` : ''}`;
}

function pointsInWords(points: number): string {
  const rest = String(points % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const after =
    rest === ''
      ? ''
      : ` point ${rest
          .split('')
          .map((one) => ONES[Number(one)])
          .join(' ')}`;
  return `${whole(Math.floor(points / 100))}${after}`;
}

export const en: Common = {
  name: 'The Great Exam',
  above: 'Open assessment',
  line: {
    connecting: 'connecting',
    online: 'connected',
    offline: 'no network',
    slow: 'slow network',
    refused: 'disconnected',
  },
  stale: 'this may not be the latest',
  demo: 'Demo data',
  codes,
  stages,
  questions: {
    submitted: 'waiting for approval',
    accepted: 'taken',
    declined: 'not used',
    queued: 'in the queue',
    asked: 'being asked',
    answered: 'answered',
    closed: 'closed',
    merged: 'merged into a similar question',
  },
  ratings: { good: 'good', 'rather-good': 'fairly good', fair: 'fair', poor: 'poor' },
  phases: { draft: 'in preparation', ready: 'ready', live: 'under way', paused: 'paused', closed: 'over' },
  modes: { rehearsal: 'Rehearsal', official: 'Official' },
  kinds: {
    examiner: 'examiner',
    member: 'member',
    presenter: 'presenter',
    screen: 'screen',
    kiosk: 'tablet',
  },
  invalid: {
    absent: 'absent',
    'nobody-eligible': 'no examiner could score',
    quorum: 'too few ballots came back',
    'no-ballots': 'no ballots',
  },
  overtime: 'overtime',
  pointsInWords,
  time: (at) => time.format(at),
  figure: (value) => figure.format(value),
  quoted: (words) => `“${words}”`,
  comma: ', ',
  back: 'Back',
  home: 'Back to the start',
  dismiss: 'Understood',
};
