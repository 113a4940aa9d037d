/**
 * J5 · Server time on a phone. A frame is always late, never early, so the largest difference seen lately is the
 * nearest to the truth. Time shown never steps back, except where it was wrong by more than anybody could overlook.
 * In between it goes on by the phone's steady clock: the one that people set may be wrong by a day, or be set right
 * in the middle of a meeting. It is asked once, for want of anything better, before the server was heard.
 */
const KEPT = 8;
const JUMP = 3000;

export class ServerClock {
  #offsets: number[] = [];
  #offset: number;
  #shown = 0;
  readonly #local: () => number;

  constructor(local: () => number = () => performance.now(), wall: () => number = () => Date.now()) {
    this.#local = local;
    this.#offset = wall() - local();
  }

  /** A message from the server said that it was `serverNow` when it left. */
  sample(serverNow: number): void {
    const offset = serverNow - this.#local();
    if (this.#offsets.length > 0 && Math.abs(offset - this.#offset) > JUMP) this.#offsets = [];
    this.#offsets = [...this.#offsets, offset].slice(-KEPT);
    this.#offset = Math.max(...this.#offsets);
  }

  now(): number {
    const now = this.#local() + this.#offset;
    if (now >= this.#shown || this.#shown - now > JUMP) this.#shown = now;
    return this.#shown;
  }
}
