/** The cells of one line as fields, and everything that is wrong with them. */
import { columnsOf, type Field, type Kind } from './columns.ts';
import { nameProblem, textProblem, type Entry, type Problem, type Spelling } from './entry.ts';
import type { Line } from './lines.ts';
import { choiceKey, type Match } from './match.ts';
import type { Around } from './rules.ts';
import { plain, tidyName } from './tidy.ts';

/** Reads the cells of one line, collecting what is wrong. */
export class Cells {
  readonly problems: Problem[] = [];
  readonly given = new Set<Field>();
  readonly #line: Line;
  readonly #kind: Kind;
  readonly #fixed: Around['fixed'];

  constructor(line: Line, kind: Kind, fixed: Around['fixed']) {
    this.#line = line;
    this.#kind = kind;
    this.#fixed = fixed;
  }

  add(field: Field, code: Problem['code'], value: string): void {
    this.problems.push({ row: this.#line.row, field, code, value });
  }

  raw(field: Field): string {
    return this.#line.cells[field] ?? this.#fixed[field] ?? '';
  }

  text(field: Field, tidied: (text: string) => string = plain): string {
    const text = tidied(this.raw(field));
    const column = columnsOf(this.#kind).find((one) => one.field === field);
    const wrong = column ? textProblem(text, column) : null;
    if (wrong) this.add(field, wrong, text);
    if (text !== '') this.given.add(field);
    return text;
  }

  name(): string {
    const name = this.text('name', tidyName);
    const wrong = nameProblem(this.raw('name'));
    if (wrong && !this.problems.some((one) => one.field === 'name')) this.add('name', wrong, name);
    return name;
  }

  entry<T>(item: T): Entry<T> {
    const { row, above } = this.#line;
    const notes = above.map((field) => ({ code: 'above' as const, field, value: this.raw(field) }));
    return { row, item, given: this.given, problems: this.problems, notes };
  }
}

/** Spellings of one import: what each was taken for, and in which rows it stands. */
export class Spellings {
  readonly #all = new Map<string, Spelling>();

  note(field: Spelling['field'], text: string, { id, how }: Match, row: number): void {
    if (how === 'exact' || text === '') return;
    const key = choiceKey(field, text);
    const known = this.#all.get(key) ?? { field, text, id, how, rows: [] };
    if (known.rows[known.rows.length - 1] !== row) known.rows.push(row);
    this.#all.set(key, known);
  }

  list = (): Spelling[] => [...this.#all.values()];
}

/** One name in one cell: its id, or a problem there. */
export function find(
  cells: Cells,
  field: 'unit' | 'category',
  row: number,
  match: (text: string) => Match,
  known: Spellings,
  fixed: string | undefined,
): string {
  if (fixed !== undefined && fixed !== '') {
    cells.given.add(field);
    return fixed;
  }
  const text = cells.text(field);
  if (text === '' || cells.problems.some((one) => one.field === field)) return '';
  const found = match(text);
  known.note(field, text, found, row);
  if (found.id === null) cells.add(field, found.how === 'ambiguous' ? 'ambiguous' : 'unknown', text);
  return found.id ?? '';
}

/** A value for every row counts only where the file has no such column. */
export const fixedFor = (field: Field, line: Line, { fixed }: Around): string | undefined =>
  line.cells[field] === undefined ? fixed[field] : undefined;
