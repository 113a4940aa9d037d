/**
 * A5 · When the bell rings: once as a clock reaches its warning, once as it reaches zero. A page that is opened later,
 * or that slept, does not ring for what is past.
 */
import { remainingAt, type Clock } from '../../../assessment/clocks.ts';

export type Ring = 'warning' | 'end';

/** A bell that comes later than this would be a lie (ms). */
const TOO_LATE = 3000;

export class BellWatch {
  #key: string | null = null;
  /** What was left at the last look, in ms. */
  #left = 0;
  readonly #rung = new Set<string>();

  /**
   * Looks at the clock that counts now. Time that is given changes its length: then it may ring again.
   * @param key names the clock; null where none counts
   */
  look(key: string | null, clock: Clock | null, now: number): Ring | null {
    if (key === null || clock === null) {
      this.#key = null;
      return null;
    }
    const left = remainingAt(clock, now);
    const before = this.#key === key ? this.#left : left;
    this.#key = key;
    this.#left = left;
    const rings: [Ring, number][] = [['end', 0]];
    if (clock.warn > 0) rings.push(['warning', clock.warn]);
    const due = rings.filter(([, at]) => before > at && left <= at);
    const [first] = due.filter(([ring]) => !this.#rung.has(`${key} ${clock.total} ${ring}`));
    for (const [ring] of due) this.#rung.add(`${key} ${clock.total} ${ring}`);
    return first && first[1] - left <= TOO_LATE ? first[0] : null;
  }
}
