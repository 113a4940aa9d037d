/** Text that a spreadsheet program must not take for a formula, whoever typed it. */

/**
 * The signs that begin a formula, their full-width and small twins (Apple Numbers and IMEs fold them), and the
 * control characters that some programs skip on the way to one.
 */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠﹦﹢﹣﹫−]/u;

export const looksLikeFormula = (text: string): boolean => FORMULA.test(text);

/** For files that carry no types (CSV): an apostrophe in front makes it text everywhere. */
export const plainText = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text);
