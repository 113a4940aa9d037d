/**
 * What is somebody's own goes out behind the acknowledgements, a portion a turn of the loop: where hundreds submit at
 * once, the last of them waits for no view of the first. Who submits again meanwhile is sent the newest only.
 */
import type { Member } from './members.ts';
import { Portions } from './portions.ts';

/** How many are served between two turns of the loop. */
const PORTION = 50;
/** How often it is looked whether commands still wait, and how long views stand back for them at most, in ms. */
const LOOK_AGAIN = 25;
const MOST = 500;

export interface OwnViewsParts {
  /** How many commands wait for the authority. */
  waiting(): number;
  send(some: Member[]): void;
}

export class OwnViews {
  readonly #parts: OwnViewsParts;
  readonly #stale: Portions<Member>;
  #standing: NodeJS.Timeout | null = null;

  constructor(parts: OwnViewsParts) {
    this.#parts = parts;
    this.#stale = new Portions<Member>(PORTION, (some) => parts.send(some));
  }

  /** Somebody's own view may be another now. */
  soon(member: Member): void {
    this.#stale.put(member);
    if (!this.#standing) this.#serve(MOST);
  }

  stop(): void {
    if (this.#standing) clearTimeout(this.#standing);
    this.#stale.stop();
  }

  /** @param left how long they may still stand back, in ms */
  #serve(left: number): void {
    this.#standing = null;
    if (left <= 0 || this.#parts.waiting() === 0) return this.#stale.start();
    this.#standing = setTimeout(() => this.#serve(left - LOOK_AGAIN), LOOK_AGAIN);
  }
}
