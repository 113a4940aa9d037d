/** When the next frame of each audience goes out: the first change at once, those behind it together at their time. */
import type { Audience } from '../assessment/view.ts';
import { Lateness, paceOf, type Strain } from './pace.ts';

/** A view that takes long to compute is computed less often: of the loop it has one part in so many. */
const PART = 5;
/** Most that this adds, in ms: one frame in whose middle the machine slept says nothing of the next. */
const MOST = 500;
/** While so many commands wait, acknowledgements come before views; … */
const RUSH = 50;
/** … but no longer than this, and it is looked again so often, in ms. */
const STANDS_BACK = 500;
const LOOK_AGAIN = 20;

export interface PacerParts {
  strain(): Omit<Strain, 'late'>;
  /** Characters of the audience's last frame. */
  size(audience: Audience): number;
  send(audience: Audience): void;
}

export class Pacer {
  readonly #parts: PacerParts;
  readonly #timers = new Map<Audience, NodeJS.Timeout>();
  readonly #sentAt = new Map<Audience, number>();
  /** How long the last frame took to make and to hand over, in ms. */
  readonly #took = new Map<Audience, number>();
  readonly #late = new Lateness();
  readonly #counting = new Map<Audience, NodeJS.Timeout>();
  #closed = false;

  constructor(parts: PacerParts) {
    this.#parts = parts;
  }

  /** Something that this audience sees may be different. */
  touch(audience: Audience): void {
    if (this.#closed || this.#timers.has(audience)) return;
    const wait = this.#wait(audience);
    const due = performance.now() + wait;
    this.#timers.set(
      audience,
      setTimeout(() => this.#fired(audience, due), wait),
    );
  }

  /** A frame went out to this audience. */
  sent(audience: Audience): void {
    this.#sentAt.set(audience, performance.now());
  }

  /** An audience is told counts that were held back, after so many ms. */
  touchLater(audience: Audience, after: number): void {
    if (this.#closed || this.#counting.has(audience)) return;
    const later = () => {
      this.#counting.delete(audience);
      this.touch(audience);
    };
    this.#counting.set(audience, setTimeout(later, after));
  }

  close(): void {
    this.#closed = true;
    for (const timer of [...this.#timers.values(), ...this.#counting.values()]) clearTimeout(timer);
  }

  /** How long an audience's next frame has to wait, in ms. */
  #wait(audience: Audience): number {
    const strain = { ...this.#parts.strain(), late: this.#late.ms };
    const least = Math.min(MOST, (this.#took.get(audience) ?? 0) * PART);
    const pace = Math.max(least, paceOf(audience, strain, this.#parts.size(audience)));
    return Math.max(0, (this.#sentAt.get(audience) ?? -Infinity) + pace - performance.now());
  }

  /** Whether this frame lets those pass who wait for an answer. */
  #standsBack(audience: Audience, due: number): boolean {
    const rush = this.#parts.strain().waiting >= RUSH && performance.now() < due + STANDS_BACK;
    if (rush && !this.#closed)
      this.#timers.set(
        audience,
        setTimeout(() => this.#fired(audience, due, performance.now() + LOOK_AGAIN), LOOK_AGAIN),
      );
    return rush;
  }

  /**
   * @param due when it was to go out
   * @param asked for when its timer was set
   */
  #fired(audience: Audience, due: number, asked = due): void {
    this.#timers.delete(audience);
    this.#late.seen(performance.now() - asked);
    if (this.#standsBack(audience, due)) return;
    // What strained the loop since then holds the crowd's frame back, and nobody else's.
    if (audience === 'crowd' && this.#wait(audience) > 1) this.touch(audience);
    else {
      const began = performance.now();
      this.#parts.send(audience);
      this.#took.set(audience, performance.now() - began);
    }
  }
}
