import { formatPoints as f } from '../../../../assessment/decimal.ts';
import type * as ZhModule from '../zh-CN/sheet.ts';
import type { FormProblem } from '../../../lib/console/sheet/sheet-form.ts';
import type { AdviceWords, ProblemWords } from '../zh-CN/sheet.ts';
import { plural } from './plural.ts';
type Zh = typeof ZhModule;

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
  drop: 'how many at each end',
};
const LISTS: Record<string, string> = {
  sheet: 'Criteria',
  categories: 'Categories',
  grades: 'Grades',
  'crowd.grades': 'What the crowd can say',
  levels: 'Levels',
  crowd: 'The crowd',
  trim: 'Trimming',
  quorum: 'Quorum',
  tieBreak: 'Ties',
};

function place(path: string): string {
  const [, list = '', row, field] = /^([a-zA-Z.]+?)(?:\.(\d+))?(?:\.([a-z]+))?$/.exec(path) ?? [];
  if (row !== undefined) return `${LISTS[list] ?? ''}, row ${Number(row) + 1}, ${FIELDS[field ?? ''] ?? ''}`;
  if (path === 'trim.from') return 'Trimming, from how many ballots';
  const known = LISTS[path];
  return known ?? `${LISTS[list] ?? ''}, ${FIELDS[field ?? ''] ?? ''}`;
}

const problems: ProblemWords = {
  'no-examiner-criterion': 'examiners need at least one criterion',
  'no-category': 'at least one category is needed',
  'no-grade': 'at least one grade is needed',
  'id-malformed': 'the internal id is malformed; remove this row and add it again',
  'duplicate-id': 'the internal id is there twice; remove this row and add it again',
  'full-not-positive': 'must be more than 0',
  'full-too-large': ({ value = 0, limit = 0 }) =>
    `the full marks sum to ${f(value)} and may not exceed ${f(limit)}`,
  'step-not-positive': 'must be more than 0',
  'step-does-not-divide': ({ value = 0, limit = 0 }) =>
    `${f(value)} does not divide the full mark ${f(limit)}`,
  'weight-not-positive': 'must be more than 0',
  'worth-out-of-range': 'must be between 0 and 100',
  'grade-not-exact': ({ value = 0, limit = 0 }) =>
    `${f(limit)}% of ${f(value)} has more than two decimals; choose another full mark or worth`,
  'stage-not-by': 'does not fit who scores it',
  'crowd-more-than-one': 'the crowd can have one criterion only',
  'crowd-missing': 'the crowd’s settings are missing',
  'crowd-without-criterion': 'no criterion is the crowd’s',
  'trim-too-small': ({ limit = 0 }) => `must be at least ${limit}, or no ballot is left`,
  'quorum-out-of-range': 'must be between 0 and 1',
  'levels-not-descending': ({ limit = 0 }) => `must be lower than ${f(limit)}, the level above`,
  'tie-break-repeated': 'must not repeat',
  'not-a-number': 'must be a number with at most two decimals',
  'not-a-count': 'must be a whole number',
  'name-missing': 'is empty',
};

const advice: AdviceWords = {
  'full-not-hundred': ({ value = 0 }) =>
    `The full marks sum to ${f(value)}, not 100. That can be used; make sure that nothing was forgotten.`,
  'weights-not-hundred': ({ value = 0 }) =>
    `The weights sum to ${f(value)}, not 100. They count in proportion, so the score is the same.`,
  'name-repeated': () => 'The same name as a row above: nobody can tell them apart.',
  'many-steps': ({ value = 0 }) => `${value} steps from 0 to the full mark are many taps on a phone.`,
  'no-full-grade': ({ value = 0 }) => `The best grade is worth ${f(value)}: nobody can reach the full mark.`,
  'category-empty': () => 'Nobody is on the list of this category yet.',
  'category-hidden': ({ value = 0, limit = 0 }) =>
    `Only ${plural(value, 'examiner')}. Below ${limit}, no category’s mean is published.`,
  'category-small': ({ value = 0 }) => `Only ${plural(value, 'examiner')}: their scores may be guessed.`,
  'trim-nothing': () => '0 at each end drops nothing.',
  'trim-never': ({ value = 0, limit = 0 }) =>
    `The largest category has ${value}, and trimming starts at ${limit}: it never takes effect.`,
  'trim-some': ({ names = [], limit = 0 }) =>
    `${names.join(', ')}: fewer than ${limit}, so nothing is dropped there.`,
  'quorum-people': ({ value = 0, limit = 0 }) =>
    `With all ${limit} of the list present, a result needs at least ${plural(value, 'ballot')}.`,
  'quorum-none': () => 'Nothing is required: one ballot is a valid result.',
  'quorum-all': () => 'Everybody must score: one missing ballot and there is no result.',
  'crowd-counted': () => 'The crowd counts: a voice is a browser, not a person. The screen says so.',
  'crowd-minimum-low': () => 'One voice is enough: a single browser decides the crowd’s part.',
  'tie-break-idle': () => 'The sheet has no such part, so equal scores share the rank.',
  'level-unreachable': ({ limit = 0 }) => `The full marks sum to ${f(limit)}: nobody can reach this level.`,
  'level-open': ({ value = 0 }) => `Below ${f(value)} there is no level.`,
};

const problemAt = (problem: FormProblem): string => {
  const words = problems[problem.code];
  return typeof words === 'string' ? words : words(problem);
};
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const sheet: Zh['sheet'] = {
  title: 'Scoring sheet',
  assumption:
    'Marks, weights and rules are assumptions: no score sheet of a 大考场 is published. Set your own. The first ballot freezes the sheet.',
  frozen: {
    title: 'The sheet is settled and can no longer be changed.',
    ballot: (time, unit) => `The first ballot came in at ${time}${unit ? ` (${unit})` : ''}.`,
    voice: (time, unit) => `The crowd’s first vote came in at ${time}${unit ? ` (${unit})` : ''}.`,
    why: 'What was scored by one sheet cannot be counted by another.',
    rehearsal: 'Going official is a new start: the sheet can then be changed again.',
    lost: 'Your changes were not saved and can no longer be.',
  },
  presets: {
    title: 'Start from a preset',
    note: 'Every figure of a preset is an assumption, a beginning only. Categories and weights stay as they are.',
    use: 'Use it',
    useOf: (name) => `Use it: ${name}`,
    used: (name) => `“${name}” stands here, not saved yet. Its figures are assumptions: check each one.`,
    undo: 'Undo',
    names: { exam: 'Exam of 100 points', crowd: 'The crowd counts', review: 'Review', stars: 'Stars' },
    means: {
      exam: 'Report 30, answers 20, evidence 30, measures 20',
      crowd: 'Four criteria of 20, the crowd 20, left out below 30 votes',
      review: 'Five criteria of 20 in four grades, from excellent to incompetent',
      stars: 'Four criteria of 25 in five stars',
    },
    criteria: {
      exam: ['Report', 'Direct answers', 'Evidence', 'Measures and dates'],
      crowd: 'The crowd’s satisfaction',
      review: ['Integrity', 'Ability', 'Diligence', 'Results', 'Honesty'],
      stars: ['Service', 'Facilities', 'Working order', 'Special merits'],
    },
    grades: {
      review: ['excellent', 'competent', 'barely competent', 'incompetent'],
      stars: ['five stars', 'four stars', 'three stars', 'two stars', 'one star'],
    },
    levels: {
      exam: ['good', 'fairly good', 'fair', 'poor'],
      review: ['excellent', 'competent', 'barely competent', 'incompetent'],
      stars: ['five stars', 'four stars', 'three stars', 'two stars', 'one star'],
    },
  },
  crowdNames: { satisfied: 'satisfied', fair: 'fairly satisfied', unsatisfied: 'not satisfied' },
  up: 'Up',
  down: 'Down',
  upOf: (name) => `Move up: ${name}`,
  downOf: (name) => `Move down: ${name}`,
  removeOf: (name) => `Remove: ${name}`,
  remove: 'Remove',
  row: (row) => `Row ${row}`,
  keepsPeople: (name, count) => `Remove: ${name} (${count} people are in it; change the list first)`,
  categories: 'Categories of examiners',
  category: 'Category',
  weight: 'Weight',
  share: 'Share',
  people: 'People',
  peopleCount: (count) => String(count),
  weightsAll: (weights, people) =>
    `Weights sum to ${weights}; ${plural(people, 'person', 'people')} on the list`,
  addCategory: 'Add a category',
  criteria: 'Criteria',
  input: 'Scored by',
  inputs: { points: 'points', grades: 'grades' },
  criterion: 'Criterion',
  full: 'Full mark',
  step: 'Step',
  stage: 'Part',
  stages: { report: 'report', questioning: 'questioning', overall: 'overall', crowd: 'the crowd' },
  stageHint: 'Examiners score report, questioning and overall; the crowd gives its own part, one at most.',
  addCriterion: 'Add a criterion',
  fullMarks: (full) => `All full marks: ${full}`,
  grades: 'Grades',
  gradesHint: 'Points are the full mark times the worth.',
  grade: 'Grade',
  worth: 'Worth (of 100)',
  addGrade: 'Add a grade',
  crowd: 'The crowd',
  crowdMinimum: 'Least votes',
  crowdMinimumHint: 'Below it the crowd is left out and the examiners’ part is scaled up to all full marks.',
  crowdGrades: 'What the crowd can say',
  counting: 'Counting',
  trim: 'Drop the highest and the lowest',
  trimOf: 'By',
  trims: { total: 'total: whole ballots', criterion: 'each criterion on its own' },
  trimDrop: 'How many at each end',
  trimFrom: 'From how many ballots of a category',
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
  deductions:
    'Deductions (overtime, say) are no part of the sheet: after the lock they are entered one by one under Results on the live page, with a reason, and come off last.',
  levels: 'Levels',
  level: 'Level',
  from: 'From (included)',
  addLevel: 'Add a level',
  fullList: '30 rows at most.',
  problemAt: (problem) => `${capital(problemAt(problem))}.`,
  problem: (problem) => `${place(problem.path)}: ${problemAt(problem)}.`,
  advice: (one) => advice[one.code](one),
  tones: { wrong: 'Mend', look: 'Note', fact: '' },
};
