/** How long to wait before the next try, so that a hall full of phones does not knock all at once. */
const FIRST = 400;
const MOST = 5000;

/** `tries` from 0; between half of the step and all of it. */
export function backOff(tries: number, random: () => number = Math.random): number {
  const step = Math.min(MOST, FIRST * 2 ** Math.min(tries, 10));
  return Math.round(step * (0.5 + random() / 2));
}
