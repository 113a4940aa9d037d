/** The words of the exports in English. */
import type { Placed, ReportText } from './zh-CN.ts';

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

const moment = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Asia/Shanghai',
});

const place = ({ rank, score }: Placed): string =>
  score === null ? 'no valid result' : `${score} points and rank ${rank}`;

export const en: ReportText = {
  demo: 'Demo data',
  mode: { rehearsal: 'Rehearsal', official: 'Official' },
  heading: (title, table) => `${title} – ${table}`,
  code: (code) => `meeting code ${code}`,
  journal: (length, head) => `journal of ${plural(length, 'entry', 'entries')} (${head}…)`,
  result: {
    provisional: (since, until) =>
      `provisional result of ${moment.format(since)}, open to appeal until ${moment.format(until)}`,
    final: (at) => `final result of ${moment.format(at)}`,
  },
  joiner: '; ',
  yes: 'yes',
  sheets: {
    ranking: 'Ranking',
    criteria: 'Criteria',
    ballots: 'Ballots',
    attendance: 'Attendance',
    corrections: 'Corrections',
    rules: 'Rules',
    draws: 'Draws',
  },
  why: {
    absent: 'absent, not ranked',
    'nobody-eligible': 'no examiner could score, no valid result',
    quorum: 'too few ballots counted, no valid result',
    'no-ballots': 'no ballot counted, no valid result',
  },
  ranking: {
    columns: {
      rank: 'Rank',
      unit: 'Unit',
      score: 'Score',
      questioning: 'Questioning',
      crowd: 'Crowd',
      level: 'Level',
      deductions: 'Deductions',
      note: 'Note',
    },
    notYet: 'scoring not locked yet',
    notHeld: 'did not come up, not ranked',
    empty: (names, rule) =>
      `no ballot from ${names.join(', ')}: ${rule === 'zero' ? 'counted as 0' : 'its weight goes to the others'}`,
    crowdLeftOut: (votes) => `${plural(votes, 'voice')} of the crowd, too few to be counted`,
    provisional: (open) => `${plural(open, 'unit')} not locked yet: ranks are provisional.`,
    scrutineers: (names) => `Scrutineers: ${names.join(', ')}`,
  },
  criteria: {
    columns: {
      unit: 'Unit',
      criterion: (name, full) => `${name}\n(of ${full})`,
      mean: (name) => `Mean of ${name}`,
    },
    weighted:
      'Each criterion is the weighted mean of the categories, rounded for display; the score is computed exactly from the ballots and rounded once.',
    small: (units) =>
      `${plural(units, 'unit')} with a category of fewer than 3 ballots: category means not shown.`,
  },
  ballots: {
    columns: {
      receipt: 'Receipt',
      unit: 'Unit',
      category: 'Category',
      total: 'Total',
      status: 'Status',
      assisted: 'Assisted',
      amended: 'Amended',
    },
    states: { counted: 'counted', void: 'void', late: 'late' },
    order:
      'Sorted by receipt, which says nothing of who came first; without names. The sheet adds the totals up itself.',
    inside:
      'For the organizers to check. In a small category the scores may tell who gave them: do not post or forward this sheet.',
  },
  attendance: {
    columns: {
      unit: 'Unit',
      eligible: 'Eligible',
      returned: 'Returned',
      counted: 'Counted',
      void: 'Void',
      late: 'Late',
    },
    quorum: (share) => `Returned = counted + void; counted must reach ${share} of eligible.`,
  },
  corrections: {
    columns: {
      kind: 'Kind',
      unit: 'Unit',
      points: 'Points',
      receipt: 'Receipt',
      reason: 'Reason',
      proposedBy: 'Proposed by',
      confirmedBy: 'Confirmed by',
    },
    deduction: 'Deduction',
    amended: 'Ballot amended',
    kinds: { admit: 'Late ballot admitted', replace: 'Ballot amended', void: 'Ballot voided' },
    appeal: 'Changed on appeal',
    moved: (at, what, before, after) =>
      `${moment.format(at)}, ${what}: ${place(before)} became ${place(after)}`,
    swap: 'Change of scrutineers',
    swapped: (from, to, reason, at) =>
      `${moment.format(at)}: ${to.join(', ') || 'nobody'} instead of ${from.join(', ') || 'nobody'}. ${reason}`,
    purged: '(purged)',
    none: 'No deduction and no correction.',
  },
  rules: {
    columns: { what: 'What', how: 'Rule' },
    criterion: 'Criterion',
    byExaminers: (name, full, step) =>
      `${name}: ${full} points, by examiners${step === null ? '' : ` in steps of ${step}`}`,
    byCrowd: (name, full) => `${name}: ${full} points, by the crowd`,
    full: 'All full marks',
    grades: 'Grades',
    worth: (name, worth) => `${name} ${worth}%`,
    weights: 'Weights of categories',
    weight: (name, weight) => `${name} ${weight}`,
    trim: 'Highest and lowest',
    trims: {
      total: (drop, from) =>
        `from ${from} ballots in a category, the ${drop} highest and the ${drop} lowest by total are dropped`,
      criterion: (drop, from) =>
        `from ${from} ballots in a category, the ${drop} highest and the ${drop} lowest of each criterion are dropped`,
    },
    noTrim: 'none dropped',
    mean: 'Mean',
    means: {
      reweight: 'mean of each category, then weighted; a category without a ballot is left out',
      zero: 'mean of each category, then weighted; a category without a ballot counts as 0',
    },
    quorum: 'Valid result',
    quorumOf: (share) => `counted ballots reach ${share} of the eligible examiners`,
    crowd: 'Crowd',
    crowdOf: (worths, minimum) =>
      `worth ${worths}; left out below ${plural(minimum, 'voice')}, then the examiners’ part is scaled up`,
    crowdShown: 'shown, not counted',
    deductions: 'Deductions',
    deductionsOf: 'come off last, never below 0',
    rounding: 'Rounding',
    roundingOf: 'exact fractions throughout, rounded half up to two decimals at the very end',
    ranking: 'Rank',
    ties: { questioning: 'the questioning part', crowd: 'the crowd’s part' },
    rankingOf: (ties) =>
      `by score; equal scores by ${ties.join(', then ')}; still equal, the rank is shared and the next skipped`,
    rankingShared: 'by score; equal scores share the rank and the next is skipped',
    levels: 'Levels',
    level: (name, from) => `${name} from ${from}`,
    assumption: 'Criteria, weights and figures are set by the organizer.',
  },
  draws: {
    columns: {
      draw: 'Draw',
      purpose: 'Purpose',
      number: 'Number said',
      place: 'Place',
      item: 'Drawn',
      note: 'Note',
      commitment: 'Commitment shown before',
      secret: 'Secret shown after',
      items: 'List before the draw',
    },
    purposes: { order: 'order of units', questioner: 'questioner', question: 'question' },
    abandoned: 'abandoned',
    none: 'No draw.',
    how: 'Anyone can repeat a draw with the secret, the number and the list.',
  },
  files: {
    'ranking.xlsx': 'ranking',
    'ranking.csv': 'ranking',
    'questions.xlsx': 'questions',
    'report.docx': 'report',
    'bundle.json': 'bundle',
  },
  csv: { meeting: 'Meeting', mark: 'Kind' },
  recount: {
    usage: 'Usage: npm run recount -- bundle.json',
    unreadable: (path) => `${path}: cannot be read.`,
    missing: (path) => `${path}: no such file.`,
    folder: (path) => `${path}: a folder, not a file.`,
    of: (path, what) => `${path}: ${what}`,
  },
};
