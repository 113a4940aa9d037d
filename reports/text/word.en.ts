/** The words of the report in English. */
import type { WordText } from './word.zh-CN.ts';

const moment = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Asia/Shanghai',
});
const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Shanghai',
});
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

function span(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return [minutes > 0 ? `${minutes} min` : '', rest > 0 ? `${rest} s` : ''].filter(Boolean).join(' ');
}

export const wordEn: WordText = {
  heading1: (at, text) => `${at}. ${text}`,
  heading2: (at, text) => `(${at}) ${text}`,
  item: (at, text) => `${at}. ${text}`,
  tight: (text) => text,
  moment: (ms) => moment.format(ms),
  result: (state, at) =>
    state === 'final'
      ? `(final result of ${moment.format(at)})`
      : `(provisional result, open to appeal until ${moment.format(at)})`,
  clock: (ms) => clock.format(ms),
  name: 'Report of the result',
  demo: 'Demo data',
  demoSaid: 'Units, people and scores in this report are invented.',
  rehearsal: 'Rehearsal',
  rehearsalSaid: 'This was a rehearsal; nobody is judged by its result.',
  subtitle: (parts) => `(${parts.join(', ')})`,
  headings: {
    purpose: 'Purpose',
    course: 'Course',
    ranking: 'Result',
    units: 'The units',
    corrections: 'Deductions and amendments',
    check: 'How to check it',
  },
  purpose: (title, when, where, categories) =>
    `So that the units are heard, questioned and judged face to face by ${categories.join(', ') || 'examiners'}, “${title}” was held${when ? ` on ${when}` : ''}${where ? ` at ${where}` : ''}. This is its result.`,
  course: {
    when: 'Time and units',
    stages: 'Stages',
    examiners: 'Examiners',
    lots: 'Lots',
    rules: 'How it is scored',
    opened: (at) => `The meeting began on ${at}`,
    closed: (at) => ` and ended on ${at}`,
    open: '; it has not ended, and this report is an interim one',
    notOpened: 'The meeting has not begun',
    units: (all, locked) =>
      `. ${counted(all, 'unit')}, ${locked === all ? 'all' : locked} with their scoring locked, in this order:`,
    turns: { place: 'Turn', unit: 'Unit', began: 'On stage', locked: 'Locked', note: 'Note' },
    absent: 'absent',
    step: { reporting: 'report', questioning: 'questioning', scoring: 'scoring', closing: 'grace period' },
    timed: (stage, time) => `${stage} (${time})`,
    answer: (stage, time) => `${stage} (${time} an answer)`,
    span,
    stagesOf: (stages) =>
      `Every unit goes through ${stages.join(', ')}. Nobody sees a score before the lock; behind it a ballot changes only with a reason, proposed by a host and confirmed by a scrutineer, and stands in this report.`,
    examinersOf: (invited, came, parts, signed) =>
      `${counted(invited, 'examiner')} invited, ${came} came: ${parts.join(', ')}. ${signed ? 'Passes were issued by name; ballots are known by their receipts, without names' : 'Passes were issued without names'}.`,
    category: (name, invited, came) => `${name} ${came} of ${invited}`,
    scrutineers: (names) => `Scrutineers: ${names.join(', ')}.`,
    drawn: (commitment, number) =>
      `The order was drawn by lot: the commitment (${commitment}…) was shown before, the number ${number} was said on site, the secret was published after; anybody can repeat it.`,
    abandoned: (count) => ` ${counted(count, 'other draw')} abandoned and kept on record.`,
    notDrawn: 'The organizers set the order; it was not drawn by lot.',
    rule: (what, how) => `${what}: ${how}.`,
  },
  ranking: {
    summary: (all, valid) => `${counted(all, 'unit')}, ${valid} with a valid result.`,
    note: (unit, note) => `${unit}: ${note}.`,
  },
  unit: {
    placed: (rank, score, level) =>
      `Rank ${rank} with ${score} points${level === null ? '' : `, level “${level}”`}.`,
    notPlaced: (why) => `${why.slice(0, 1).toUpperCase()}${why.slice(1)}.`,
    ballots: (eligible, returned, cast, voided, late) =>
      `${counted(eligible, 'examiner')} could score; ${counted(returned, 'ballot')} returned, ${cast} counted, ${voided} void${late > 0 ? `; ${late} late and sealed` : ''}.`,
    votes: (votes, paper) =>
      `The crowd: ${votes.join(', ')}${paper > 0 ? ` (${paper} of them on paper)` : ''}.`,
    vote: (name, count) => `${name} ${count}`,
    parts: { criterion: 'Criterion', full: 'Full marks', points: 'Points' },
    means: { category: 'Category', counted: 'Counted', kept: 'Kept', mean: 'Mean' },
    small: 'A category has fewer than 3 ballots, so the means of the categories are not told.',
    questions: 'Questions and answers',
    asked: (text, asker) => `${asker}: ${text}`,
    answered: (who, ratings) =>
      `Answered by ${who}${ratings.length > 0 ? `; rated: ${ratings.join(', ')}` : ''}.`,
    notAnswered: (who) => `To be answered by ${who}.`,
    rating: (name, count) => `${name} ${count}`,
    noQuestions: 'No question was asked on stage.',
    promises: 'Promises',
    promise: (text, who, due, state) => `${text} (${who}; by ${due}; ${state})`,
    due: (year, month, date) => day.format(Date.UTC(Number(year), month - 1, date)),
    noPromises: 'Nothing was promised.',
  },
  corrections: {
    intro: 'What came off a score and what was changed behind the lock, with who answers for it.',
    none: 'No deductions and no amendments.',
  },
  check: {
    journal: (length) =>
      `Everything that happened stands in a journal of ${counted(length, 'entry', 'entries')}, each sealed with the one before it. The SHA-256 of the last one is:`,
    recount:
      'Whoever has the bundle can count again on a computer of his own and must find the same ranks and scores; where he does not, he should tell the organizers.',
  },
  signatures: { host: 'Host', scrutineer: 'Scrutineer', teller: 'Teller', date: 'Date:' },
  colon: ':',
  and: ', ',
};
