/** One row read as a unit, a member or an examiner, and everything that is wrong with it. */
import type { Line, Skip } from './lines.ts';
import type { Column, Field } from './columns.ts';

export type ProblemCode =
  | 'empty'
  | 'too-long'
  | 'too-many'
  | 'unknown'
  | 'ambiguous'
  | 'garbled'
  | 'formula'
  | 'not-a-name'
  | 'several'
  | 'differs';

export interface Problem {
  row: number;
  field: Field;
  code: ProblemCode;
  value: string;
  /** The row that it differs from. */
  of?: number;
}

export type NoteCode = 'above' | 'similar' | 'same-name';
/** What an organizer should look at although nothing is wrong. */
export interface Note {
  code: NoteCode;
  field: Field;
  value: string;
}

/** A spelling that is no exact name, and what it was taken for. */
export interface Spelling {
  field: 'unit' | 'category';
  text: string;
  id: string | null;
  how: 'close' | 'chosen' | 'unknown' | 'ambiguous';
  rows: number[];
}

export interface Entry<T> {
  row: number;
  item: T;
  /** Fields that say something here; the others leave what was there. */
  given: ReadonlySet<Field>;
  problems: Problem[];
  notes: Note[];
}

export interface Skipped {
  row: number;
  why: Skip;
  /** The row that it repeats. */
  of?: number;
  cells: Line['cells'];
}

const FORMULA = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/;

/** What can be wrong with any text. */
export function textProblem(text: string, { required, most }: Column): ProblemCode | null {
  if (text === '') return required ? 'empty' : null;
  if (FORMULA.test(text)) return 'formula';
  if (text.includes('\uFFFD') || text.includes('锟斤拷')) return 'garbled';
  return text.length > most ? 'too-long' : null;
}

/** What can be wrong with the name of a person. */
export function nameProblem(text: string): ProblemCode | null {
  if (text !== '' && !/\p{L}/u.test(text)) return 'not-a-name';
  return /[、；;，\n]/.test(text) ? 'several' : null;
}
