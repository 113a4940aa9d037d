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
  'official-already': 'This rehearsal has gone official already and cannot do so again.',
  'wrong-phase': 'The meeting does not allow this at the moment.',
  'not-ready': 'The meeting is not ready: the sheet or the list of units is incomplete.',
  'unit-unknown': 'There is no such unit.',
  'unit-in-use': 'This unit has records and cannot be deleted.',
  'stage-moved': 'The stage has just changed. Please look at it again.',
  'stage-not-next': 'Only a neighbouring stage can follow.',
  'turn-on-stage': 'Another unit is still on stage.',
  'turn-locked': (detail) =>
    detail.receipt === undefined
      ? 'This unit is locked and can no longer be changed.'
      : `This unit is locked. Your ballot does not count; it was sealed as ${detail.receipt}.`,
  'turn-not-open': (detail) =>
    detail.stage === undefined
      ? 'It is not yet time for this.'
      : `This unit is at “${stageOf(detail)}”; nothing can be submitted now.`,
  'unit-absent': 'This unit is absent and is not scored.',
  'clock-missing': 'This stage has no clock.',
  'sheet-invalid': 'The sheet has errors and was not saved.',
  'sheet-frozen': 'Ballots have come in: the sheet can no longer be changed.',
  'category-unknown': 'There is no such category of examiners.',
  'category-in-use': 'This category is in use and cannot be deleted.',
  'person-unknown': 'Nobody of that name is on the list.',
  duplicate: 'That number exists already; nothing was saved.',
  'pass-unknown': 'There is no such pass. Perhaps it is for another meeting; staff can look it up.',
  'pass-revoked': 'This pass is no longer valid. Please ask staff for another.',
  'pass-in-use': 'This pass is in use.',
  'session-has-pass': 'This phone is enrolled with another pass.',
  'was-here': 'A phone is enrolled or something was handed in, so this person was here. Check out instead.',
  anonymous: 'An anonymous meeting records no names: draw a pass from the stack of the category.',
  'no-handover': 'The request to change phones is gone. Please scan again on the new phone.',
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
  'ballot-unknown': 'There is no such ballot.',
  'not-late': 'This ballot was not sealed.',
  'ballot-given': 'This examiner has scored this unit already and needs no paper.',
  'paper-issued': 'You score this unit on paper. Please give the filled-in paper to staff.',
  'paper-unknown': 'This paper was not issued, or it was handed back.',
  'paper-keyed': 'Somebody has keyed this paper already.',
  'kiosk-unknown': 'There is no such tablet.',
  'kiosk-in-use': 'Another examiner is at this tablet. Let him leave first.',
  'kiosk-empty': 'You have left this tablet, so the ballot was not taken. Please scan your pass again.',
  'pass-in-kiosk': 'This pass is in use at another tablet.',
  'amendment-unknown': 'There is no such amendment.',
  'same-person': 'Somebody else has to confirm an amendment.',
  'amendment-pending': 'An amendment of this ballot is still open. Confirm or withdraw it first.',
  'not-scrutineer': 'You are not one of this meeting’s scrutineers. Ask the owner to name you.',
  'question-unknown': 'There is no such question.',
  'question-state': 'This question has just moved on.',
  'questions-not-open': 'This meeting takes no questions from the crowd.',
  'rating-closed': 'The time to rate this answer is over.',
  'own-question': 'This is your own question.',
  'picture-unknown': 'The photo did not reach the server. Please try again.',
  'evidence-full': (detail) => `This question has ${detail.most ?? 6} pictures already.`,
  'not-responsible': 'This is up to the member who is responsible for the question.',
  'no-offer': 'You were not asked to take over this question, or somebody has taken it over.',
  'promise-unknown': 'This promise was not found.',
  'promise-made': 'This question has a promise already. Change that one, or withdraw it first.',
  'promise-state': 'This promise has just changed. Please look at it as it is now.',
  'promise-due': (detail) => `The day must be between ${detail.least ?? ''} and ${detail.most ?? ''}.`,
  'member-promised':
    'This member has made a promise and cannot leave the list. Withdraw the promise first, or make somebody else responsible.',
  'grade-unknown': 'There is no such choice.',
  'draw-unknown': 'There is no such draw.',
  'draw-open': 'A draw is still open.',
  'nothing-to-draw': 'There is nothing to draw.',
  'screen-unknown': 'There is no such screen.',
  'not-confirmed': 'The scrutineer has not confirmed yet.',
  'count-changed': 'The count of this unit has just changed. Look at the new figures, then confirm.',
  'already-published': 'Already published.',
  'not-locked': 'Not locked yet.',
  ceremony: 'Results come out in the ceremony.',
  retry: 'The server could not store it; it will be sent again by itself.',
  internal: 'The server failed and did not take it. Please tell staff.',
  busy: 'The server is busy; it will be sent again by itself.',
  'protocol-unknown': 'There is a newer version of this page. Please reload.',
  'meeting-unknown': 'No meeting has this code. Please look at the six figures on the screen.',
  'too-large': 'Too long; it was not taken.',
  'picture-invalid': 'This photo cannot be opened and was not taken. Please choose another.',
  'pictures-full': 'There is no room for more photos. The text can be submitted all the same.',
  'too-many': 'Too fast. Please wait a moment.',
  'not-signed-in': 'Please sign in first.',
  'not-secure': 'For safety, organizers sign in on this machine or over HTTPS only.',
  'wrong-password': 'Name or password is wrong.',
  'locked-out': (detail) =>
    `Five wrong attempts: this name is locked. Try again in ${detail.minutes ?? 15} min, or ask an owner to unlock it.`,
  'set-up-done': 'This was set up already. Please sign in.',
  'set-up-unknown': 'This set-up link is invalid or was used.',
  'weak-password': (detail) => `The password will not do: at least ${detail.least ?? 10} characters.`,
  'name-taken': 'Somebody has this name already.',
  'last-owner': 'This is the last owner, who cannot be removed or given another role.',
  'organizer-unknown': 'This person is gone; please reload.',
  'password-due': 'Please choose a password of your own first.',
  'meeting-live': 'The meeting is running; close it before you archive it.',
  archived: 'The meeting is archived and can only be looked at.',
  'not-archived': 'Archive it before you delete it.',
  'code-differs': 'This is not the code.',
  'not-found': 'Not found.',
  origin: 'This request came from another site and was not accepted.',
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
