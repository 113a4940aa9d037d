/**
 * How high a row must be for the text that wraps in it. Excel would find that out by itself, LibreOffice and WPS do not
 * where a file was written by neither: there the words of one row run into the next.
 */

/** A line of 11 pt, and the most that a row can have, in points. */
const LINE = 16;
const MOST = 409;
/** What the border and the indent take of a column, in characters. */
const AIR = 2;

/** In characters of a spreadsheet: a Chinese one is as wide as two digits. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (one < '\u2000' ? 1 : 2), 0);

const linesOf = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width - AIR))), 0);

/** The height in points of a row whose texts stand in columns of these widths (in characters). */
export function heightOf(texts: readonly string[], widths: readonly number[], line = LINE): number {
  const lines = texts.map((text, at) => linesOf(text, widths[at] ?? 10));
  return Math.min(MOST, Math.max(1, ...lines) * line + 4);
}
