import { momentOf } from '../../../../assessment/days.ts';
import type { ConsoleText } from '../../console.zh-CN.ts';

/** 10 November 2026, 18:00; Beijing time. */
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const moment = (at: number): string => {
  const { year, month, day, clock } = momentOf(at);
  return `${day} ${MONTHS[month - 1] ?? ''} ${year}, ${clock}`;
};

/** 10 Nov 18:00 */
const short = (at: number): string => {
  const { month, day, clock } = momentOf(at);
  return `${day} ${(MONTHS[month - 1] ?? '').slice(0, 3)} ${clock}`;
};

export const appeal: ConsoleText['appeal'] = {
  label: 'Appeals',
  states: { provisional: 'Provisional result', final: 'Final result' },
  moment,
  short,
  announced: (at) => `Announced on ${moment(at)}`,
  running: (until) =>
    `Appeals until ${moment(until)} (Beijing time). Counts can be amended until then; afterwards the result is made final.`,
  over: (until) => `The appeal period is over (${moment(until)}); the result was not made final yet.`,
  noPeriod: 'There is no appeal period: once checked, the result can be made final.',
  finalAt: (at, early) =>
    `Made final on ${moment(at)}${early ? ', before the period was over' : ''}. Ranks and scores do not change any more.`,
  earlier: (at, reopened) =>
    `Announced once before on ${moment(at)}; given up when reopened on ${moment(reopened)}.`,
  changes: 'Changed since it was announced',
  none: 'Nothing has changed.',
  moved: (units) => `Ranks that moved with it: ${units.join('; ')}`,
  columns: { at: 'Time', unit: 'Unit', kind: 'Change', before: 'Before', after: 'After' },
  kinds: {
    admit: 'late ballot admitted',
    replace: 'scores changed',
    void: 'a ballot void',
    deduction: 'deduction corrected',
  },
  placing: (rank, score) =>
    score === null ? 'no valid result' : `${score}${rank === null ? '' : `, rank ${rank}`}`,
  waits: 'Before it can be final',
  waitsAmendments: (count) =>
    count === 1
      ? 'one amendment is neither confirmed nor withdrawn'
      : `${count} amendments are neither confirmed nor withdrawn`,
  waitsConfirm: (names) => `the count of ${names.join(', ')} changed: a scrutineer must confirm it again`,
  toCount: 'To the counts',
  correct: 'Amend a ballot or a deduction',
  finalise: 'Make it final',
  finaliseEarly: 'Make it final early',
  means: 'After that no ballot, deduction or rank can change, and the meeting cannot be reopened.',
  meansEarly: (until) =>
    `The appeal period ends on ${moment(until)}. Everybody will read that it was ended early; the reason goes into the journal.`,
  earlyReason: 'Why early',
  earlyUsual: 'No unit objects',
  confirm: 'Confirm: make it final',
  headProvisional: (until) => `All results are published; appeals until ${moment(until)}.`,
  headOver: 'The appeal period is over; the result waits to be made final.',
  headNoPeriod: 'All results are published and wait to be made final.',
  headFinal: (at) => `Made final on ${moment(at)}.`,
  closing: (until) =>
    until === null
      ? 'The result is provisional first; without an appeal period a host can make it final at once.'
      : `The result is provisional until ${moment(until)}, and is made final after that.`,

  days: 'Appeal period (days)',
  daysHint: (until) =>
    `The day of closing does not count; the last day ends at 18:00 (Beijing time), weekends included. Closed today, it ends on ${moment(until)}.`,
  daysNone: '0 days: no appeal period; the result can be made final once the meeting is closed.',
  daysWrong: 'The appeal period is a whole number of days from 0 to 30',
  fullSmall: (categories) =>
    `${categories.join(', ')}: fewer than 3 people. The whole count has each ballot’s category and scores, so it tells what these one or two gave every unit. Choose one of the first two, or merge categories.`,
  fullFine:
    'The whole count has each ballot’s category and scores, and nobody’s name. Every category has at least 3 people.',
  category: (name, people) => `${name} (${people})`,
  closingFull: (categories) =>
    `The whole count will be public. ${categories.join(', ')}: fewer than 3 ballots, which tells what these one or two gave. You can cancel and choose another level under Prepare.`,
  closedFull: (categories) =>
    `The whole count is public. ${categories.join(', ')}: fewer than 3 ballots, which tells what these one or two gave. To change the level, reopen the meeting first.`,
  votes: (name, ballots) => `${name} (${ballots})`,

  corrections: 'Corrections of deductions',
  correctionIs: (points, was) =>
    points === '0' ? `take back${was === null ? '' : ` ${was} points`}` : `${points} points off`,
  propose: 'Propose a deduction',
  proposeHint: 'The result is public: a host proposes, and a scrutineer confirms before it counts.',
  proposeBack: 'Propose to take back',
  isFinal: 'The result is final and cannot change any more.',
  confirmCorrection: 'Confirm the correction',
  reconfirm: 'A count that changed must be confirmed again before the result can be final.',
};
