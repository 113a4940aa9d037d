/**
 * J5 · Server time on a phone. A frame is always late, never early, so the largest difference seen lately is the
 * nearest to the truth. Time shown never steps back, except where it was wrong by more than anybody could overlook.
 */
const KEPT = 8;
const JUMP = 3000;

export class ServerClock {
  #offsets: number[] = [];
  #offset = 0;
  #shown = 0;
  readonly #local: () => number;

  constructor(local: () => number = () => Date.now()) {
    this.#local = local;
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
