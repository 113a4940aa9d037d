/** How many messages one connection may send: a hand cannot use it up, a loop does at once. */
const BURST = 120;
/** What a secret that opens nothing costs: nobody mistypes a scanned code often. */
const GUESS = 10;
/** Messages a second that come back. */
const REFILL = 30;

export class Budget {
  #left = BURST;
  #at = performance.now();

  /** @returns false where this message is one too many; its sender is told to try again later */
  take(): boolean {
    const now = performance.now();
    this.#left = Math.min(BURST, this.#left + ((now - this.#at) / 1000) * REFILL);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }

  guessed(): void {
    this.#left -= GUESS;
  }
}
