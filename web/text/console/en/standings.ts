import type * as ZhModule from '../zh-CN/standings.ts';

type Zh = typeof ZhModule;

export const standings: Zh['standings'] = {
  label: 'Results',
  none: 'No unit is locked yet.',
  final: 'All are published; the ranks are final.',
  provisional: (locked, units) => `${locked} of ${units} units locked; the ranks are provisional.`,
  rank: 'Rank',
  unit: 'Unit',
  score: 'Score',
  level: 'Level',
  questioning: 'Questioning',
  crowd: 'Crowd',
  deducted: 'Deducted',
  counted: 'Counted / eligible',
  state: 'State',
  action: 'Action',
  late: (count) => `${count} late`,
  void: (count) => `${count} void`,
  confirmed: 'confirmed',
  unconfirmed: 'to be confirmed',
  publish: 'Publish',
  publishOf: (name) => `Publish now: ${name}`,
  confirm: 'Confirm the count',
  confirmOf: (name) => `Confirm the count: ${name}`,
  part: (name, full) => `${name} (${full})`,
  flags: (full, equal) =>
    `For the scrutineer: ${[full > 0 ? `${full} with full marks throughout` : '', equal > 0 ? `${equal} all equal` : ''].filter(Boolean).join(', ')}. They count.`,
  means: (means) => `Means by category: ${means.join(', ')}.`,
  meansHidden: 'A category has fewer than 3 ballots; the means are not shown.',
  empty: (names) => `Categories without a ballot: ${names.join(', ')}.`,
  votes: (votes, paper) => `Crowd: ${votes.join(', ')}${paper > 0 ? ` (${paper} of them on paper)` : ''}.`,
  deduct: 'Deduct',
  toCount: 'Amendments, deductions and count',
  openAmendments: (count) => `${count} amendments wait for a scrutineer: see the count`,
  publicPage: {
    label: 'Public page',
    later: (address) => `Once the meeting is closed, everybody reads the results at ${address}`,
    levels: {
      results: 'Public: the results',
      inclusion: 'Public: the results and the receipts that were counted',
      full: 'Public: the whole bundle',
    },
  },
  recountPage: {
    label: 'Recount',
    file: 'recount page .html',
    open: 'open it',
    note: 'To hand out with the bundle: counts it again without a network.',
    fingerprint: 'SHA-256 of the page',
  },
  downloads: {
    label: 'Download',
    files: {
      'ranking.xlsx': 'Ranking .xlsx',
      'ranking.csv': 'Ranking .csv',
      'questions.xlsx': 'Questions .xlsx',
      'report.docx': 'Report .docx',
      'bundle.json': 'Bundle .json',
    },
  },
};
