import { plural } from './plural.ts';
import type { PasteWords } from '../zh-CN/prepare.ts';
type Zh = typeof import('../zh-CN/prepare.ts');

const columns: Zh['prepare']['columns'] = {
  unit: 'Unit',
  street: 'Street office',
  name: 'Name',
  post: 'Post',
  portfolios: 'Portfolios',
  category: 'Category',
  employer: 'Employer',
  recusals: 'Recused from',
};
const columnName = (key: string): string => (columns as Record<string, string>)[key] ?? key;

export const paste: Zh['paste'] = {
  open: 'Paste from a spreadsheet',
  label: (names) => `Copy these columns in the spreadsheet and paste them here: ${names.join(', ')}`,
  found: (rows, problems) =>
    problems === 0
      ? `${plural(rows, 'row')} read, no problems.`
      : `${plural(rows, 'row')} read, ${plural(problems, 'problem')} to mend first.`,
  replace: 'Replace the whole list',
  append: 'Add to the list',
  problem: ({ row, column, code, value }: PasteWords) => {
    const where = `Row ${row}, “${columnName(column)}”`;
    if (code === 'empty') return `${where}: empty.`;
    if (code === 'too-long') return `${where}: too long.`;
    if (code === 'twice') return `${where}: “${value}” is there twice.`;
    return `${where}: there is no “${value}”; check how the list spells it.`;
  },
  headings: {
    unit: ['Unit', '参评单位'],
    street: ['Street office', '街道'],
    name: ['Name', '姓名'],
    post: ['Post', '职务'],
    portfolios: ['Portfolios', '分管领域'],
    category: ['Category', '类别'],
    employer: ['Employer', '所在单位'],
    recusals: ['Recused from', '回避单位'],
  },
};

export const prepare: Zh['prepare'] = {
  title: 'Prepare',
  sectionsLabel: 'What to prepare',
  sections: {
    info: 'Title and date',
    units: 'Units',
    members: 'Members',
    sheet: 'Sheet',
    examiners: 'Examiners',
    settings: 'How it runs',
    ready: 'Ready?',
  },
  readOnly: 'Your role may only look.',
  leave: 'There are unsaved changes. Leave?',
  columns,
  cell: (row, column) => `Row ${row}, ${column}`,
  remove: 'Remove',
  removeOf: (name) => `Remove: ${name}`,
  onlyWrong: (count) => `Only the ${plural(count, 'row')} with a problem`,
  shown: (count, all) => `${count} of ${all} rows`,
  showMore: (count) => `Show ${count} more`,
  nobodyFound: 'Nothing found.',
  problems: 'To mend before saving',
  saveOf: (title) => `Save: ${title}`,
  discard: 'Discard changes',
  unsaved: 'Unsaved changes',
  saved: 'Saved',
  behind: 'Somebody else has just saved another version. Saving replaces it.',
  takeTheirs: 'Take theirs',
  unitsFirst: 'Save the units first.',
  categoriesFirst: 'Save the categories of the sheet first.',
  info: { title: 'Title and date' },
  units: {
    find: 'Find a unit: name, pinyin or initials',
    title: 'Units',
    hint: 'The order of this list is the numbering of the draw.',
    add: 'Add a unit',
  },
  members: {
    find: 'Find somebody: name, pinyin, initials or portfolio',
    title: 'Members',
    hint: 'Separate portfolios with commas. A question goes to whose portfolio it names, to the secretary otherwise.',
    only: 'Show',
    all: (count) => `all ${count}`,
    add: 'Add a member',
  },
  examiners: {
    find: 'Find somebody: name, pinyin or initials',
    title: 'List of examiners',
    hint: 'Recusals are names of units, separated by commas.',
    add: 'Add an examiner',
    all: (count) => `${count} in all.`,
    count: (name, count) => `${name} ${count}`,
  },
  settings: {
    title: 'How it runs',
    identity: 'Identity',
    identities: { signed: 'signed', anonymous: 'anonymous' },
    signedMeans: 'A pass is a person’s: the system keeps recusals, a lost pass can be reissued.',
    anonymousMeans:
      'Nothing records who has which pass: recusals are declared by examiners, presence is counted by category, a lost pass is revoked and replaced.',
    publish: 'When scores are published',
    publishes: {
      'at-once': 'by the host after the lock',
      'after-next': 'when the next unit is locked',
      ceremony: 'all at the end, in a ceremony',
    },
    publication: 'What is public afterwards',
    publications: {
      results: 'results only',
      inclusion: 'results and receipts that counted',
      full: 'the whole count',
    },
    fullWarning: 'In a small category the whole count may tell who gave which score.',
    stages: 'Stages of a turn',
    stagesHint: 'Scoring, the lock and publishing are always there.',
    questions: 'Questions',
    crowdAsks: 'The crowd may ask (always moderated)',
    moderateExaminers: 'Examiners’ questions are moderated, too',
    timesTitle: 'Times',
    timesHint: 'As minutes:seconds, such as 8:00. No stage ends by itself; overtime is shown.',
    times: {
      report: 'Report',
      reportWarn: 'Warning in the report (left)',
      answer: 'One answer',
      answerWarn: 'Warning in an answer (left)',
      scoring: 'Scoring',
      grace: 'Grace',
      rating: 'Rating an answer',
    },
    timeWrong: (time) => `${time}: as minutes:seconds, such as 8:00.`,
  },
  official: {
    title: 'Going official',
    alongTitle: 'Taken along',
    along: {
      units: (count) => plural(count, 'unit'),
      members: (count) => plural(count, 'member'),
      examiners: (count) => plural(count, 'examiner'),
      sheet: 'the sheet and the settings',
      passes: (count) => `${plural(count, 'pass', 'passes')}; the code stays`,
      phones: (count) => `${plural(count, 'enrolled phone')}, without another scan`,
      screens: (count) => plural(count, 'screen'),
      scrutineers: (names) =>
        names.length === 0 ? 'scrutineers: nobody is chosen' : `scrutineers: ${names.join(', ')}`,
    },
    behindTitle: 'Left in the rehearsal',
    behind: {
      draws: (count) => plural(count, 'draw'),
      questions: (count) => plural(count, 'question'),
      hands: (count) => plural(count, 'raised hand'),
      ballots: (count) => plural(count, 'ballot'),
      late: (count) => plural(count, 'late ballot'),
      votes: (count) => plural(count, 'voice of the crowd', 'voices of the crowd'),
      results: (count) => plural(count, 'result'),
      amendments: (count) => plural(count, 'amendment'),
      deductions: (count) => plural(count, 'deduction'),
    },
    nothingBehind: 'The rehearsal has no draws, questions, ballots or results yet.',
    never:
      'The rehearsal is archived and can be looked at. Official never goes back, and the scrutineers are fixed from then on.',
    go: 'Make the meeting official',
    confirm: 'Confirm: official',
    isOfficial: 'This meeting is official.',
    rehearsalAt: 'Its rehearsal is archived:',
    rehearsalLook: (code) => `look at the rehearsal (${code})`,
    rehearsalGone: 'Its rehearsal was deleted.',
    notYet: 'The meeting is running; it can go official after it is closed.',
  },
  ready: {
    title: 'Is everything there?',
    done: 'done',
    missing: 'missing',
    open: 'open',
    units: (count) => plural(count, 'unit'),
    members: (count) => plural(count, 'member'),
    examiners: (count) => plural(count, 'examiner'),
    passes: (count) => `${plural(count, 'pass', 'passes')} of examiners`,
    sheetFine: 'The sheet is in order',
    sheetWrong: (count) => `The sheet has ${plural(count, 'problem')}`,
    phase: (phase) => `The meeting is ${phase}`,
    ready: 'Ready',
    draft: 'Back to preparation',
    toLive: 'To the live page',
  },
};
