/** Exact fractions of hundredths (S) as people read them, never below 0. */
import { formatPoints } from './decimal.ts';
import type { Points } from './decimal.ts';
import { of } from './rational.ts';
import type { Rational } from './rational.ts';

/**
 * Points with as many decimals as it takes, at most `places`; what goes on behind them is cut, not rounded, and marked:
 * 83.2708… is not 83.2708.
 */
export function longPoints(hundredths: Rational, places = 4): string {
  const { n, d } = of(hundredths.n, hundredths.d * 100n);
  const scaled = n * 10n ** BigInt(places);
  const digits = String(scaled / d).padStart(places + 1, '0');
  const rest = scaled % d !== 0n;
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return rest ? `${text}…` : text.replace(/\.?0+$/, '');
}

/** A part of one as a percentage, cut after two decimals. */
export const percent = (part: Rational): string => `${longPoints(of(part.n * 10_000n, part.d), 2)}%`;

/** `664.5 ÷ 8`: how a mean is exactly what it is. */
export const quotient = (sum: Points, by: number): string => `${formatPoints(sum)} ÷ ${by}`;
