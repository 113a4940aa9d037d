import { formatPoints } from '../../../../assessment/decimal.ts';
import { examinersFullMarks, fullMarks, type Category, type Scoring } from '../../../../assessment/sheet.ts';
import { plural } from './plural.ts';
import type * as ZhModule from '../zh-CN/paper-kit.ts';

type Zh = typeof ZhModule;

const points = formatPoints;
/** On paper it is the time of the square. */
const moment = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Shanghai',
});
const weighted = (categories: readonly Category[]): string =>
  categories.map(({ name, weight }) => `${name} × ${points(weight)}`).join(' + ');
const sumOf = (categories: readonly Category[]): string =>
  points(categories.reduce((sum, { weight }) => sum + weight, 0));
const questioningNames = ({ sheet }: Scoring): string =>
  sheet
    .filter(({ by, stage }) => by === 'examiners' && stage === 'questioning')
    .map(({ name }) => name)
    .join(', ');

function trimmed(scoring: Scoring): string {
  const { trim } = scoring;
  if (!trim) return 'Nothing is dropped: every ballot counts.';
  const { of, drop, from } = trim;
  if (of === 'criterion')
    return `In a category with ${from} ballots or more, each criterion drops its ${drop} highest and ${drop} lowest marks on its own; with fewer, none.`;
  const tie = questioningNames(scoring);
  return `In a category with ${from} ballots or more, the ${drop} highest and the ${drop} lowest whole ballots by total are dropped; with fewer, none.${
    tie ? ` Of equal totals, the one with more for questioning (${tie}) is the higher.` : ''
  }`;
}

function crowd(scoring: Scoring): string[] {
  const criterion = scoring.sheet.find(({ by }) => by === 'crowd');
  if (!scoring.crowd || !criterion) return [];
  const { grades, minimum } = scoring.crowd;
  const votes = grades.map(({ name, worth }) => `votes for ${name} × ${points(worth)}`).join(' + ');
  return [
    `Crowd part = ${points(criterion.full)} × (${votes}) ÷ (100 × all votes). Below ${minimum} votes it is left out, and the examiners’ part × ${points(
      fullMarks(scoring),
    )} ÷ ${points(examinersFullMarks(scoring))}.`,
  ];
}

export const paperKit: Zh['paperKit'] = {
  title: 'Paper kit',
  about:
    'For the day when phones, network and computer all fail: with these papers the meeting can still be held. Made from this meeting’s own sheet and lists; print it again when they change.',
  link: 'Paper kit (blank ballots, tallies, procedure, sign-in sheets)',
  parts: 'What to print',
  partNames: {
    procedure: 'Procedure',
    order: 'Order of turns, and lots',
    signIn: 'Sign-in sheets',
    ballots: 'Blank ballots',
    tally: 'Tally sheets',
    crowd: 'Tally of the crowd',
    result: 'Result to be signed',
  },
  partNotes: {
    procedure: 'one page: who does what, and keying in afterwards',
    order: 'lots, times, ballots out and back',
    signIn: 'one a category, with spare lines',
    ballots: 'a stack for each unit and category',
    tally: 'one a unit, with how to compute',
    crowd: 'one stroke a voice',
    result: 'ranking, hash, three signatures',
  },
  unit: 'Unit',
  allUnits: (count) => `all ${count}`,
  category: 'Category',
  allCategories: (count) => `all ${count}`,
  spares: 'Spare ballots in each stack',
  sparesWrong: 'A number from 0 to 20',
  perPage: 'Size of a ballot',
  sizes: { 4: '4 a page (A6)', 2: '2 a page (A5)', 1: '1 a page (A4)' },
  preview: (pages) => `Preview ${plural(pages, 'page')}`,
  nothing: 'Choose what to print',
  noUnits: 'There are no units yet.',
  noExaminers: 'There are no examiners yet: only spare ballots are printed.',
  toPrepare: 'To the preparation',
  many: (pages) => `${pages} pages in all; print them unit by unit or category by category.`,
  printing: 'Print the paper kit',
  print: 'Print',
  close: 'Close the preview',
  sheet: 'A4, scale 100 %, no headers and footers, black and white.',
  page: (page, pages) => `Page ${page} of ${pages}`,
  ballot: {
    title: 'Ballot',
    pass: 'Pass no.',
    signature: 'Signature',
    full: (full, step) => `0 to ${full}, in steps of ${step}`,
    worth: (full) => `of ${full}`,
    grades: 'Tick one box in each line',
    total: (full) => `Total (of ${full})`,
    recused: 'I stand aside from this unit and do not score it.',
    mend: 'A mistake: strike it out once, write the right figure beside it and your pass number. Ask for a spare ballot where it cannot be read.',
    anonymous: 'Anonymous: please write no name.',
  },
  tally: {
    title: 'Tally sheet',
    part: (from, to) => `criteria ${from} to ${to}`,
    category: (name, examiners) => `${name} (${plural(examiners, 'examiner')} expected)`,
    goesOn: ' (continued)',
    nth: 'No.',
    pass: 'Pass',
    total: 'Total',
    questioning: 'Quest.',
    dropped: 'Drop',
    kept: 'Sum kept',
    count: 'No. kept',
    mean: 'Mean',
    signed: 'Teller A                         Teller B                         Scrutineer',
    sum: 'Summary',
    columns: {
      category: 'Category',
      weight: 'Weight',
      eligible: 'Eligible',
      counted: 'Counted',
      dropped: 'Dropped',
      kept: 'Kept',
      sum: 'Sum',
      mean: 'Mean',
      weighted: 'Mean × weight',
      questioning: 'Quest. mean',
    },
    all: 'All',
    lines: {
      quorum: 'Counted ÷ eligible',
      examiners: 'Examiners’ part',
      crowd: 'Crowd part',
      deduction: 'Deductions, reason',
      score: 'Final score',
      questioning: 'Questioning part',
      level: 'Level',
      rank: 'Rank',
    },
    how: 'How to compute',
    steps: (scoring) => [
      `The total of a ballot is the sum of its points (of ${points(examinersFullMarks(scoring))}). A ballot on which somebody stood aside is none; one with a criterion missing is not valid, and the scrutineer signs it.`,
      `Where counted ÷ eligible is below ${scoring.quorum.of}/${scoring.quorum.outOf}, the unit has no valid result. Eligible are examiners who came, did not stand aside and did not leave.`,
      trimmed(scoring),
      scoring.trim?.of === 'criterion'
        ? 'For each criterion: sum of what was kept ÷ how many were kept; the criteria’s means added up are the category’s mean.'
        : 'A category’s mean = totals of the kept ballots added up ÷ how many were kept.',
      `Examiners’ part = (${weighted(scoring.categories)}) ÷ ${sumOf(scoring.categories)}, with each category’s mean. ${
        scoring.empty === 'reweight'
          ? 'A category without a ballot is left out, and its weight is taken off the divisor.'
          : 'A category without a ballot counts as 0; the divisor stays.'
      }`,
      ...crowd(scoring),
      ...(questioningNames(scoring)
        ? [
            `Questioning part: ${questioningNames(scoring)} alone, from the same kept ballots and weights; it only decides between equal scores.`,
          ]
        : []),
      'Deductions come off last, down to 0. Keep fractions on the way and round once, at the end, half up to two decimals.',
      `Rank by score.${
        scoring.tieBreak.length > 0
          ? ` Equal scores: by ${scoring.tieBreak.map((one) => (one === 'questioning' ? 'the questioning part' : 'the crowd part')).join(', then ')}.`
          : ''
      } Still equal: they share the rank and the next is skipped (1, 2, 2, 4).`,
    ],
  },
  order: {
    title: 'Order of turns',
    how: 'Cut the slips apart, fold them into a box; each unit draws one in the order of the list, and the scrutineer writes it down on the spot.',
    columns: {
      nth: 'No.',
      unit: 'Unit',
      turn: 'Lot',
      begins: 'Begins',
      ends: 'Ends',
      handed: 'Out',
      back: 'Back',
      sealed: 'Sealed at',
    },
    witness: 'Host                         Scrutineer                         For the crowd',
    slips: 'Lots',
    slip: (number) => `${number}`,
  },
  signIn: {
    title: 'Sign-in sheet',
    columns: {
      nth: 'No.',
      pass: 'Pass',
      name: 'Name',
      signature: 'Signature',
      came: 'Came at',
      left: 'Left at',
    },
    anonymous: 'Anonymous meeting: passes are drawn on the spot, and no pass number stands on this sheet.',
    sum: 'Present:               Checked in by                         Scrutineer',
  },
  crowd: {
    title: 'Tally of the crowd',
    how: 'One vote a person, none for those who voted by phone; one stroke a vote, five strokes a box; the teller and the scrutineer check and write the number.',
    count: 'Votes',
    total: 'All votes',
    worth: (worth) => `worth ${worth} %`,
    signed: 'Teller                         Scrutineer                         Time',
  },
  result: {
    title: 'Result',
    states: { provisional: 'Provisional result', final: 'Final result' },
    provisional: (since, until, days) =>
      days === 0
        ? `Announced ${moment.format(since)} without an appeal period; about to become final.`
        : `Announced ${moment.format(since)}; appeals until ${moment.format(until)}, ${days} ${days === 1 ? 'day' : 'days'}.`,
    final: (since, at, early) =>
      `Announced ${moment.format(since)}; final since ${moment.format(at)}${early ? ', before the period’s end' : ''}.`,
    none: 'No result is public in the system yet: write ranks and scores from the summaries.',
    some: (shown, all) => `${shown} of ${all} published.`,
    columns: { rank: 'Rank', unit: 'Unit', score: 'Score', level: 'Level' },
    unranked: 'none',
    head: (length) => `The record has ${length} entries; hash of the last`,
    headAt: (time) => `Taken from the record ${time}`,
    noHead: 'Entries of the record, and hash of the last',
    check: 'To check: npm run verify -- DATA --head NUMBER:HASH',
    roles: ['Host', 'Scrutineer', 'Teller'],
    date: 'Date',
    signHere: 'Signature',
  },
  procedure: {
    title: 'Procedure without devices',
    when: 'Where phones, network or computer fail and are not back within ten minutes, the host announces that the meeting goes on by paper, and the scrutineer writes down the time. If only some phones fail, issue paper to those alone on the page “Paper”.',
    people: 'Who',
    roles: [
      ['Host', 'announces it, keeps the time by the order of turns'],
      ['Clerk', 'counts examiners by category, hands out and takes back ballots, writes down how many'],
      ['Scrutineer', 'keeps the spares, watches ballots, seals and counting, writes down disputes'],
      ['Tellers A and B', 'one reads, one writes, then they change over; afterwards each keys in once'],
    ],
    steps: [
      {
        title: '1 · Before it begins',
        lines: [
          'Sign in: examiners sign with the time they came. Write down how many of each category.',
          'Order: draw the slips, fill in the order of turns, read it out.',
        ],
      },
      {
        title: '2 · For each unit',
        lines: [
          'Before scoring, each examiner who is here gets one ballot of this unit. Write down how many went out.',
          'Examiners write their pass number and every figure. Who must stand aside ticks the box and hands it back. Mistakes are mended as the ballot says, or on a spare.',
          'Scrutineer and a teller count together: out = back + missing. Into an envelope with unit, category, number and time; both sign across the seal.',
          'Nothing is added behind that. What comes later goes into an envelope marked “late” and is not counted.',
        ],
      },
      {
        title: '3 · Counting and announcing',
        lines: [
          'The scrutineer opens the seal; the tellers fill in the tally, change over and check; all three sign. How to compute stands on the summary, for this meeting’s sheet.',
          'The host announces scores and ranks; the three sign the result, and whoever needs it gets a copy.',
        ],
      },
      {
        title: '4 · Keying in afterwards (two people, each with an account)',
        lines: [
          'Open the same meeting (the same data folder, or its newest backup). Unit by unit, in the order in which they came.',
          'Take the unit to “Scoring” with the red button. The system notes the time of keying; the real times stand on the order of turns. Mark who did not come as absent.',
          'Check in who came without a ballot. Who stood aside is checked out for this unit, and in again behind its lock.',
          'Paper: issue by pass number; one person keys it, then the other with his own account. Only two equal entries count; where they differ, look at the paper and correct.',
          'Lock once all are equal. What is completed behind the lock is sealed as late and not counted.',
          'The system’s score must be the summary’s. If not, open the seal and count again: the ballots decide. Keep them until the appeal period is over.',
        ],
      },
    ],
    crowdCounted:
      'The crowd’s paper tally: who voted by phone makes no stroke. It is keyed on the page “Paper” too, once by each of two people, and counts if both are equal before the lock; it is added to the voices from phones, and both parts are told apart.',
    crowdShown: 'The crowd’s satisfaction is shown and not counted; its tally is not keyed in.',
  },
};
