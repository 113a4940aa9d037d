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

const FIELDS: Record<string, string> = {
  name: 'name',
  full: 'full mark',
  step: 'step',
  stage: 'part',
  weight: 'weight',
  worth: 'worth',
  from: 'threshold',
  id: 'id',
  minimum: 'least votes',
  drop: 'number dropped',
  grades: 'grades',
};
const LISTS: Record<string, string> = {
  sheet: 'Criterion',
  categories: 'Category',
  grades: 'Grade',
  levels: 'Level',
  crowd: 'Crowd',
  trim: 'Trimming',
  quorum: 'Quorum',
  tieBreak: 'Ties',
};

function place(path: string): string {
  const parts = path.split('.');
  const field = FIELDS[parts[parts.length - 1] ?? ''] ?? '';
  const index = parts.find((one) => /^\d+$/.test(one));
  const list = LISTS[parts[0] ?? ''] ?? '';
  if (index !== undefined) return `${list} ${Number(index) + 1}, ${field}`;
  return parts.length > 1 ? `${list}, ${field}` : list;
}

const sheetProblems: Record<string, string> = {
  'no-examiner-criterion': 'examiners need at least one criterion',
  'no-category': 'at least one category is needed',
  'no-grade': 'at least one grade is needed',
  'id-malformed': 'the internal id is malformed',
  'duplicate-id': 'the internal id is there twice',
  'full-not-positive': 'must be more than 0',
  'step-not-positive': 'must be more than 0',
  'step-does-not-divide': 'must divide the full mark',
  'weight-not-positive': 'must be more than 0',
  'worth-out-of-range': 'must be between 0 and 100',
  'grade-not-exact': 'does not divide evenly by grade; choose another full mark or worth',
  'stage-not-by': 'does not fit who scores it',
  'crowd-more-than-one': 'the crowd can have one criterion only',
  'crowd-missing': 'the crowd’s settings are missing',
  'crowd-without-criterion': 'no criterion is the crowd’s',
  'trim-too-small': 'must be at least twice the number dropped, plus one',
  'quorum-out-of-range': 'must be between 0 and 1',
  'levels-not-descending': 'must go from high to low',
  'tie-break-repeated': 'must not repeat',
  'not-a-number': 'is no number; use at most two decimals',
  'name-missing': 'is empty',
};

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
  sheet: {
    title: 'Scoring sheet',
    assumption:
      'Marks, weights and rules here are assumptions; no standard is published. Set your own. The first ballot freezes them.',
    crowdNames: { satisfied: 'satisfied', fair: 'fairly satisfied', unsatisfied: 'not satisfied' },
    categories: 'Categories of examiners',
    weight: 'Weight',
    addCategory: 'Add a category',
    criteria: 'Criteria',
    input: 'Scored by',
    inputs: { points: 'points', grades: 'grades' },
    criterion: 'Criterion',
    full: 'Full mark',
    step: 'Step',
    stage: 'Part',
    stages: { report: 'report', questioning: 'questioning', overall: 'overall', crowd: 'the crowd' },
    addCriterion: 'Add a criterion',
    fullMarks: (full) => `All full marks: ${full}`,
    grades: 'Grades',
    grade: 'Grade',
    worth: 'Worth (of 100)',
    addGrade: 'Add a grade',
    crowdCounts: 'The crowd counts: a voice is a browser, not a person. The screen says so.',
    crowdMinimum: 'Least votes of the crowd',
    crowdGrades: 'What the crowd can say',
    counting: 'Counting',
    trim: 'Drop the highest and the lowest',
    trimOf: 'By',
    trims: { total: 'total: whole ballots', criterion: 'each criterion on its own' },
    trimDrop: 'How many at each end',
    trimFrom: 'Only from so many ballots',
    empty: 'A category without ballots',
    empties: { reweight: 'is left out, the others in proportion', zero: 'counts as zero' },
    quorum: 'Least part of the eligible that must count',
    quorumOf: 'Quorum, numerator',
    quorumOutOf: 'Quorum, denominator',
    tieBreak: 'Equal scores are told apart by',
    ties: {
      'questioning,crowd': 'questioning, then the crowd',
      'crowd,questioning': 'the crowd, then questioning',
      questioning: 'questioning',
      crowd: 'the crowd',
      '': 'nothing: the rank is shared',
    },
    levels: 'Levels',
    level: 'Level',
    from: 'From',
    addLevel: 'Add a level',
    problem: ({ path, code }) => `${place(path)}: ${sheetProblems[code] ?? code}.`,
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
    keeps: 'Taken along: lists, sheet, settings, passes, enrolled phones and screens; the code stays.',
    leaves: 'Left behind: draws, questions, ballots and results of the rehearsal. Official never goes back.',
    go: 'Make the meeting official',
    confirm: 'Confirm: official',
    isOfficial: 'This meeting is official.',
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
