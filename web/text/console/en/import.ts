import { letterOf } from '../../../lib/console/roster/import/table.ts';
import type { FailureDetail } from '../../../lib/console/roster/import/failure.ts';
import type { Field } from '../../../lib/console/roster/import/columns.ts';
import type { Note, ProblemCode } from '../../../lib/console/roster/import/entry.ts';
import type { Skip } from '../../../lib/console/roster/import/lines.ts';
import { plural } from './plural.ts';

import type * as ZhModule from '../zh-CN/import.ts';

type Zh = typeof ZhModule;
type Counts = Parameters<Zh['imports']['done']>[0];
type FailureWords = Record<
  Parameters<Zh['imports']['failure']>[1]['code'],
  (detail: FailureDetail) => string
>;

const columns: Record<Field, string> = {
  unit: 'Unit',
  street: 'Street office',
  name: 'Name',
  post: 'Post',
  portfolios: 'Portfolios',
  category: 'Category',
  employer: 'Employer',
  recusals: 'Recused from',
};

const saveAs = 'Open it in a spreadsheet and save it as .xlsx.';
const at = ({ sheet, row, column }: FailureDetail): string =>
  [
    sheet === undefined ? '' : `“${sheet}”`,
    row === undefined ? '' : `row ${row}`,
    column === undefined ? '' : `column ${letterOf(column)}`,
  ]
    .filter(Boolean)
    .join(', ');

const failures: FailureWords = {
  empty: () => 'there is nothing in it.',
  'too-big': () => 'it has more than 5 MB and was not read. Keep the list only, without pictures.',
  'too-big-inside': () => 'it unpacks to too much and was not read. Copy the list into a new spreadsheet.',
  'too-many-rows': ({ sheet = '' }) => `${sheet} has more than 10,000 rows and was not read.`.trim(),
  'too-many-columns': (detail) => `more than 100 columns (${at(detail)}); it was not read.`,
  'too-many-sheets': () => 'it has more than 50 sheets and was not read. Keep the one to import.',
  'cell-too-long': (detail) => `a cell has more than 5,000 characters (${at(detail)}); it was not read.`,
  'too-slow': () => 'reading was stopped after 10 seconds. Copy the list into a new spreadsheet.',
  broken: () => 'the file is incomplete or damaged. Please save or send it again.',
  encrypted: () => 'the file has a password. Remove it and save the file as .xlsx.',
  'old-excel': () => `this is an old Excel file (.xls). ${saveAs}`,
  'other-format': ({ format = '' }) =>
    `this is ${format}, no spreadsheet. Put the list into one and save it as .xlsx.`,
  'web-page': () => `this is really a web page. ${saveAs}`,
  'unknown-text': () => `its characters cannot be read. ${saveAs}`,
  'open-quote': ({ row = 1 }) => `a quote in line ${row} is never closed. Please mend that line.`,
};

const problemCodes: Record<ProblemCode, (value: string, of: number) => string> = {
  empty: () => 'is empty',
  'too-long': () => 'is too long',
  'too-many': (value) => `at most ${value}`,
  unknown: (value) => `there is no “${value}”`,
  ambiguous: (value) => `“${value}” could be several; please choose`,
  garbled: (value) => `“${value}” is garbled`,
  formula: (value) => `a formula went wrong (${value})`,
  'not-a-name': (value) => `“${value}” is no name`,
  several: (value) => `“${value}” looks like several people; one a row, please`,
  differs: (_value, of) => `is the same as row ${of}, but says something else`,
};

const skips: Record<Skip, (of: number) => string> = {
  blank: () => 'blank',
  total: () => 'total',
  note: () => 'note',
  heading: () => 'heading again',
  example: () => 'example',
  section: () => 'title of a group',
  duplicate: (of) => `same as row ${of}`,
};

const noteCodes: Record<Note['code'], (value: string) => string> = {
  above: (value) => `“${value}” from above`,
  similar: (value) => `like “${value}”`,
  'same-name': (value) => `same name as row ${value}`,
};

const summary = (
  { new: fresh, changed, same }: Pick<Counts, 'new' | 'changed' | 'same'>,
  gone: number,
): string =>
  [
    fresh > 0 ? `${fresh} new` : '',
    changed > 0 ? `${changed} changed` : '',
    gone > 0 ? `${gone} removed` : '',
    same > 0 ? `${same} the same` : '',
  ]
    .filter(Boolean)
    .join(', ');

export const imports: Zh['imports'] = {
  columns,
  titles: { units: 'Import units', members: 'Import members', examiners: 'Import examiners' },
  source: 'Where the list comes from',
  choose: 'Choose a file',
  drop: 'or drop it here: .xlsx or .csv, at most 5 MB.',
  paste: 'Paste a table',
  pasteLabel: 'Select the cells with their headings in the spreadsheet, copy them, and paste them here',
  pasted: 'Pasted table',
  readPaste: 'Read',
  templates: 'Template',
  template: (kind) => `Download template ${kind}`,
  example: 'Example',
  reading: 'Reading…',
  failure: (name, { code, detail }) => `${name}: ${failures[code](detail)}`,
  savedFirst: 'The list has unsaved changes. Save or discard them first.',
  sheet: 'Sheet',
  header: 'Headings in',
  headerRow: (row, text) => `row ${row}: ${text}`,
  noHeader: 'no headings, columns in order',
  mapping: 'Which column is what',
  unmapped: 'no such column',
  fileColumn: (column, heading) => `column ${letterOf(column)} ${heading}`.trim(),
  forAll: (column) => `${column} for all`,
  chooseOne: 'please choose',
  missing: (names) => `Not known yet which column is ${names.map((one) => `“${one}”`).join(', ')}.`,
  spellings: 'Spellings',
  spellingsNote: 'These are spelled unlike the list; please check.',
  spelling: 'In the file',
  meaning: 'Taken as',
  rowsWith: (rows) =>
    rows.length > 3
      ? `rows ${rows.slice(0, 3).join(', ')} and ${rows.length - 3} more`
      : `${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}`,
  meaningOf: (text) => `“${text}” taken as`,
  unitsFirst: 'Import units that are missing under “Units” first.',
  problems: (count) => `${plural(count, 'problem')}; these rows will not be imported`,
  problem: ({ row, field, code, value, of }, place, heading) =>
    `Row ${row}${place === null ? '' : `, column ${letterOf(place)}`}, “${heading || columns[field]}”: ${problemCodes[code](value, of ?? 0)}.`,
  problemShort: ({ field, code, value, of }) => `${columns[field]}: ${problemCodes[code](value, of ?? 0)}`,
  skip: (why, of) => skips[why](of),
  note: ({ code, value }) => noteCodes[code](value),
  was: (text) => `was: ${text === '' ? 'empty' : text}`,
  filter: 'Which rows',
  all: (count) => `All ${count}`,
  status: { new: 'New', changed: 'Changed', same: 'Same', skipped: 'Skipped', problem: 'Problem' },
  counted: (status, count) => `${status} ${count}`,
  preview: 'Preview',
  row: 'Row',
  state: 'Result',
  more: (left) => `Show ${Math.min(left, 200)} more (${left} left)`,
  mode: 'How to import',
  modes: { update: 'add and update', replace: 'replace the whole list' },
  modeNotes: {
    update: 'Empty cells do not empty what the list has.',
    replace: 'The list also takes the order of the file.',
  },
  leaving: (count) => `Not in the file and removed: ${count}`,
  leavingUnits: 'With a unit that goes, its members and the recusals from it go too.',
  staying: (count) => `Not in the file, but kept: ${count}`,
  stays: {
    pass: 'the pass is valid; revoke it first',
    used: 'was on stage',
    problem: 'the row in the file has a problem',
  },
  tooMany: (most) => `A list has at most ${most} rows.`,
  nothing: 'The file says what the list says; nothing would change.',
  confirm: (counts, gone) => {
    const text = summary({ ...counts, same: 0 }, gone);
    return text === '' ? 'Import' : `Import: ${text}`;
  },
  cancel: 'Do not import',
  done: (counts, gone) =>
    `Imported: ${summary(counts, gone)}.${counts.problem > 0 ? ` ${plural(counts.problem, 'row')} with problems left out.` : ''}`,
};

export const templates: Zh['templates'] = {
  units: {
    file: 'units-template',
    fields: ['unit', 'street'],
    rows: [
      ['(Example) Banyan community', 'Banyan street'],
      ['(Example) Kapok community', 'Banyan street'],
    ],
  },
  members: {
    file: 'members-template',
    fields: ['unit', 'name', 'post', 'portfolios'],
    rows: [
      ['(Example) Banyan community', 'Ann Zhang', 'Secretary', 'Party work, Safety'],
      ['(Example) Banyan community', 'Ben Li', 'Member', 'Housing'],
    ],
  },
  examiners: {
    file: 'examiners-template',
    fields: ['name', 'category', 'employer', 'recusals'],
    rows: [
      ['(Example) Eve Wang', 'Party members', 'Banyan school', ''],
      ['(Example) Max Zhao', 'Other organizations', 'Kapok community', 'Kapok community'],
    ],
  },
};
