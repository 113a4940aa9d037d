/** Why a file cannot be read at all. What is wrong with one row is no failure but a problem of the plan. */

/** The most that is read; a roster is far below it. */
export const LIMITS = {
  /** Of the file, and of what it holds unpacked. */
  bytes: 5_000_000,
  unpacked: 60_000_000,
  sheets: 50,
  rows: 10_000,
  columns: 100,
  /** Characters of one cell. */
  cell: 5000,
  /** Of reading, in ms. */
  time: 10_000,
} as const;

export type FailureCode =
  | 'empty'
  | 'too-big'
  | 'too-big-inside'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-many-sheets'
  | 'cell-too-long'
  | 'too-slow'
  | 'broken'
  | 'encrypted'
  | 'old-excel'
  | 'other-format'
  | 'web-page'
  | 'unknown-text'
  | 'open-quote';

export interface FailureDetail {
  /** Line of the text, or row of the sheet, as a person counts. */
  row?: number;
  /** Column of the sheet, from 0. */
  column?: number;
  sheet?: string;
  /** What the file is instead: Word, PDF… */
  format?: string;
}

/** The only thing that reading throws. */
export class ImportFailure extends Error {
  override name = 'ImportFailure';
  readonly code: FailureCode;
  readonly detail: FailureDetail;

  constructor(code: FailureCode, detail: FailureDetail = {}) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}
