/** What the three lists have of their own: how a row is read, and when two entries are the same one. */
import type { Examiner, Member, Unit } from '$assessment/roster.ts';
import type { Category } from '$assessment/sheet.ts';
import { Cells, find, fixedFor, Spellings } from './cells.ts';
import type { Field, Kind } from './columns.ts';
import type { Entry, Spelling } from './entry.ts';
import type { Line } from './lines.ts';
import { categoryMatcher, unitMatcher, unitsIn, type Choices } from './match.ts';
import { isNothing, listed, sameKey } from './tidy.ts';

export interface Around {
  units: readonly Unit[];
  categories: readonly Category[];
  choices: Choices;
  /** What stands in every row where the file has no such column: an id, or a post. */
  fixed: Partial<Record<Field, string>>;
}

export interface Rules<T> {
  kind: Kind;
  prefix: string;
  digits: number;
  /** The most that the meeting takes. */
  most: number;
  isSection: (text: string) => boolean;
  read: (line: Line) => Entry<T>;
  /** Two rows of a file with one identity are one entry. */
  identity: (item: T) => string;
  /** What makes an entry of the file one of the list, the surest first; `alone`: only where no other is called so. */
  same: readonly { key: (item: T) => string; alone?: true }[];
  /** As texts, to compare and to show. */
  shown: (item: T) => Partial<Record<Field, string>>;
  /** The entry with those fields of `from` that are given. */
  merge: (old: T, from: T, given: ReadonlySet<Field>) => T;
  spellings: () => Spelling[];
}

export function unitRules(around: Around): Rules<Unit> {
  const match = unitMatcher(around.units, {});
  return {
    kind: 'units',
    prefix: 'u',
    digits: 1,
    most: 500,
    isSection: () => false,
    identity: ({ name }) => sameKey(name),
    same: [{ key: ({ name }) => name }, { key: ({ name }) => sameKey(name) }],
    shown: ({ name, street }) => ({ unit: name, street }),
    merge: (old, from, given) => ({
      ...old,
      name: from.name,
      ...(given.has('street') && { street: from.street }),
    }),
    spellings: () => [],
    read: (line) => {
      const cells = new Cells(line, 'units', {});
      const entry = cells.entry({ id: '', name: cells.text('unit'), street: cells.text('street') });
      const close = match(entry.item.name);
      const similar = close.how === 'close' ? around.units.find(({ id }) => id === close.id) : undefined;
      if (similar) entry.notes.push({ code: 'similar', field: 'unit', value: similar.name });
      return entry;
    },
  };
}

/** 李伟（副书记） in a list without a column for the post. */
const WITH_POST =
  /^(.+?)\s*[（(]\s*([^（()）]*(?:书记|委员|主任|主席|部长|组长|站长|干事|队长)[^（()）]*)[)）]$/;

function splitPost(line: Line): Line {
  const found =
    line.cells.post === undefined || line.cells.post.trim() === ''
      ? WITH_POST.exec(line.cells.name ?? '')
      : null;
  return found ? { ...line, cells: { ...line.cells, name: found[1] ?? '', post: found[2] ?? '' } } : line;
}

export function memberRules(around: Around): Rules<Member> {
  const match = unitMatcher(around.units, around.choices);
  const spellings = new Spellings();
  const names = new Map(around.units.map(({ id, name }) => [id, name]));
  return {
    kind: 'members',
    prefix: 'm',
    digits: 1,
    most: 5000,
    isSection: (text) => match(text).id !== null,
    identity: ({ unit, name }) => `${unit} ${name}`,
    same: [{ key: ({ unit, name }) => `${unit} ${name}` }],
    shown: ({ unit, name, post, portfolios }) => ({
      unit: names.get(unit) ?? '',
      name,
      post,
      portfolios: portfolios.join('、'),
    }),
    merge: (old, from, given) => ({
      ...old,
      name: from.name,
      ...(given.has('post') && { post: from.post }),
      ...(given.has('portfolios') && { portfolios: from.portfolios }),
    }),
    spellings: spellings.list,
    read: (given) => {
      const line = splitPost(given);
      const cells = new Cells(line, 'members', around.fixed);
      const unit = find(cells, 'unit', line.row, match, spellings, fixedFor('unit', line, around));
      const [name, post] = [cells.name(), cells.text('post')];
      const portfolios = isNothing(cells.raw('portfolios')) ? [] : listed(cells.raw('portfolios'));
      cells.text('portfolios');
      if (portfolios.length > 20) cells.add('portfolios', 'too-many', '20');
      const long = portfolios.find((one) => one.length > 30);
      if (long !== undefined) cells.add('portfolios', 'too-long', long);
      return cells.entry({ id: '', unit, name, post, portfolios });
    },
  };
}

export function examinerRules(around: Around): Rules<Examiner> {
  const matchUnit = unitMatcher(around.units, around.choices);
  const matchCategory = categoryMatcher(around.categories, around.choices);
  const spellings = new Spellings();
  const names = new Map(around.units.map(({ id, name }) => [id, name]));
  const kinds = new Map(around.categories.map(({ id, name }) => [id, name]));
  const recusals = (cells: Cells, row: number): string[] => {
    const found = unitsIn(cells.raw('recusals'), matchUnit);
    if (found.length > 0) cells.given.add('recusals');
    for (const { text, match } of found) {
      spellings.note('unit', text, match, row);
      if (match.id === null) cells.add('recusals', match.how === 'ambiguous' ? 'ambiguous' : 'unknown', text);
    }
    const ids = [...new Set(found.flatMap(({ match }) => match.id ?? []))];
    if (ids.length > 50) cells.add('recusals', 'too-many', '50');
    return ids;
  };
  return {
    kind: 'examiners',
    prefix: 'e',
    digits: 2,
    most: 5000,
    isSection: (text) => matchCategory(text).how === 'exact',
    identity: ({ name, category, employer }) => `${category} ${name} ${employer}`,
    same: [
      { key: ({ name, category, employer }) => `${category} ${name} ${employer}` },
      { key: ({ name, category }) => `${category} ${name}`, alone: true },
      { key: ({ name }) => name, alone: true },
    ],
    shown: (one) => ({
      name: one.name,
      category: kinds.get(one.category) ?? '',
      employer: one.employer,
      recusals: one.recusals.map((id) => names.get(id) ?? '').join('、'),
    }),
    merge: (old, from, given) => ({
      ...old,
      name: from.name,
      category: from.category,
      ...(given.has('employer') && { employer: from.employer }),
      ...(given.has('recusals') && { recusals: from.recusals }),
    }),
    spellings: spellings.list,
    read: (line) => {
      const cells = new Cells(line, 'examiners', around.fixed);
      const name = cells.name();
      const category = find(
        cells,
        'category',
        line.row,
        matchCategory,
        spellings,
        fixedFor('category', line, around),
      );
      const item = {
        id: '',
        name,
        category,
        employer: cells.text('employer'),
        recusals: recusals(cells, line.row),
      };
      return cells.entry(item);
    },
  };
}
