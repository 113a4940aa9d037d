/** Exact fractions for the count (S): a score is rounded once, at its very end, and nowhere before. */
import type { Points } from './decimal.ts';

/** n ÷ d in lowest terms with d > 0. Holds BigInt: JSON cannot carry it, so it stays inside the count. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The least common multiple of two positive integers. */
export function lcm(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b;
}

/** The fraction n ÷ d in lowest terms. Throws a RangeError where d is 0 or a number is not whole. */
export function of(n: bigint | number, d: bigint | number = 1n): Rational {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 0n) throw new RangeError('division by zero');
  const divisor = bottom < 0n ? -gcd(top, bottom) : gcd(top, bottom);
  return { n: top / divisor, d: bottom / divisor };
}

export function add(a: Rational, b: Rational): Rational {
  return of(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function sub(a: Rational, b: Rational): Rational {
  return of(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function mul(a: Rational, b: Rational): Rational {
  return of(a.n * b.n, a.d * b.d);
}

export function div(a: Rational, b: Rational): Rational {
  return of(a.n * b.d, a.d * b.n);
}

/** Negative, zero or positive as a is below, equal to or above b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Rounds hundredths half up to whole hundredths, i.e. to two decimals of a point (S10). */
export function roundHalfUp(hundredths: Rational): Points {
  const top = 2n * hundredths.n + hundredths.d;
  const bottom = 2n * hundredths.d;
  const quotient = top / bottom;
  // BigInt division cuts towards zero; half up is a floor, also below zero.
  return Number(top < 0n && quotient * bottom !== top ? quotient - 1n : quotient);
}
