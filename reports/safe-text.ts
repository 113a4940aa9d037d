/** Text that a spreadsheet program must not take for a formula, whoever typed it. */

/**
 * The signs that begin a formula, their full-width and small twins (Apple Numbers and IMEs fold them), and the
 * control characters that some programs skip on the way to one.
 */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠﹦﹢﹣﹫−]/u;

export const looksLikeFormula = (text: string): boolean => FORMULA.test(text);

/** For files that carry no types (CSV): an apostrophe in front makes it text everywhere. */
export const plainText = (text: string): string =>
  looksLikeFormula(text) ? `'${xmlText(text)}` : xmlText(text);

/** What no XML file can hold: control characters, halves of characters, and the two that are none. */
// eslint-disable-next-line no-control-regex -- they are what is taken out
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** The same text without them: a name never makes a file that does not open. */
export const xmlText = (text: string): string => text.replace(NOT_XML, '\ufffd');

/** Spreadsheets read `_x0041_` as the sign with that number, so the underscore in front of one is written as a sign itself. */
export const cellText = (text: string): string => xmlText(text).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
