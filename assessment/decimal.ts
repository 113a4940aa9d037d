/**
 * Points as whole hundredths, and the decimal strings that stand for them on paper and in a bundle (X1).
 * Nothing here ever holds a fraction: "12.5" is 1250, so sums and comparisons are exact.
 */

/** A whole number of hundredths: 12.5 points are 1250. */
export type Points = number;

/** The largest number of hundredths that a decimal string may stand for: 99,999.99. */
export const MAX_POINTS: Points = 9_999_999;

const DECIMAL = /^(0|[1-9][0-9]{0,4})(?:\.([0-9]{1,2}))?$/;

/**
 * Reads a decimal string with at most two decimals into hundredths; null for anything else.
 * Strict on purpose: no sign, exponent, spaces or leading zeros, so that one number has few spellings.
 */
export function parsePoints(text: string): Points | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Writes hundredths in the shortest form: 1250 is "12.5", 3000 is "30". */
export function formatPoints(points: Points): string {
  return formatScore(points)
    .replace(/0{1,2}$/, '')
    .replace(/\.$/, '');
}

/** Writes hundredths with exactly two decimals, as scores are shown: 8660 is "86.60". */
export function formatScore(points: Points): string {
  const size = Math.abs(points);
  const whole = Math.floor(size / 100);
  return `${points < 0 ? '-' : ''}${whole}.${String(size % 100).padStart(2, '0')}`;
}
