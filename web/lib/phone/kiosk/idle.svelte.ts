/** How long nobody has touched the page: first a warning, then the end. Whoever types or taps begins anew. */

import { stopwatch } from '../../live/lapse.ts';

const WARN = 60_000;
const END = 80_000;

export class Idle {
  /** Seconds until the end once it warns, else null. */
  left = $state.raw<number | null>(null);
  #untouched = stopwatch();
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #touch = () => {
    this.#untouched = stopwatch();
    this.left = null;
  };

  /**
   * @param ended what happens then
   * @param holds while true nothing ends: something is under way
   */
  constructor(ended: () => void, holds: () => boolean) {
    for (const event of EVENTS) addEventListener(event, this.#touch, true);
    this.#timer = setInterval(() => {
      if (holds()) return this.#touch();
      const idle = this.#untouched();
      this.left = idle >= WARN ? Math.max(0, Math.ceil((END - idle) / 1000)) : null;
      if (idle >= END) ended();
    }, 500);
  }

  close(): void {
    clearInterval(this.#timer);
    for (const event of EVENTS) removeEventListener(event, this.#touch, true);
  }
}

const EVENTS = ['pointerdown', 'keydown', 'input', 'wheel'] as const;
