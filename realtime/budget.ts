/** How many messages one connection may send: a hand cannot use it up, a loop does at once. */
const BURST = 120;
/** What a secret that opens nothing costs: nobody mistypes a scanned code often. */
const GUESS = 10;
/** What a whole view costs, which a page asks for when it was asleep: a loop that asks for nothing else is slowed. */
const VIEW = 10;
/** Messages a second that come back. */
export const REFILL = 30;

/** What one voice of the crowd may submit: a hand that changes its mind, not one that drums (B8). */
const VOICE_BURST = 12;
const VOICE_REFILL = 3;
/** Voices that are remembered; one that is forgotten has its whole budget again. */
const MOST = 20_000;

export class Budget {
  readonly #burst: number;
  readonly #refill: number;
  #left: number;
  #at: number;

  /** @param now in ms, of a clock that never goes back */
  constructor(burst = BURST, refill = REFILL, now = performance.now()) {
    this.#burst = burst;
    this.#refill = refill;
    this.#left = burst;
    this.#at = now;
  }

  /** @returns false where this message is one too many; its sender is told to try again later */
  take(now = performance.now()): boolean {
    this.#left = Math.min(this.#burst, this.#left + ((now - this.#at) / 1000) * this.#refill);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }

  guessed(): void {
    this.#left -= GUESS;
  }

  /** @returns false where the views that were asked for are too many for now */
  view(): boolean {
    if (this.#left < VIEW) return false;
    this.#left -= VIEW;
    return true;
  }
}

/** The crowd's commands are counted by session: two tabs are one voice (I6), and so is a connection that comes back. */
export class Voices {
  readonly #budgets = new Map<string, Budget>();

  /** @returns false where this one has said too much; it is told to try again later, and nobody else hears of it */
  take(session: string, now = performance.now()): boolean {
    const budget = this.#budgets.get(session) ?? new Budget(VOICE_BURST, VOICE_REFILL, now);
    // Last in the map is last heard, so that the oldest can be forgotten.
    this.#budgets.delete(session);
    this.#budgets.set(session, budget);
    if (this.#budgets.size > MOST)
      for (const oldest of this.#budgets.keys()) {
        this.#budgets.delete(oldest);
        break;
      }
    return budget.take(now);
  }
}
