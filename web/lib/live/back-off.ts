/**
 * How long to wait before the next try, so that a hall full of phones does not knock all at once. A hub that restarts
 * breaks all lines in the same instant: the first wait is short on the whole, and the most spread out for its length.
 */
const LEAST = 150;
const FIRST = 1500;
const MOST = 5000;

/** In ms; `tries` from 0. The first within 0.15 to 1.5 s, later ones between half of the step and all of it. */
export function backOff(tries: number, random: () => number = Math.random): number {
  const step = Math.min(MOST, FIRST * 2 ** Math.min(Math.max(0, tries - 1), 10));
  const least = tries === 0 ? LEAST : step / 2;
  return Math.round(least + random() * (step - least));
}
