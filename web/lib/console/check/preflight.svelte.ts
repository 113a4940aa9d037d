/** What the preflight page asks the hub for: the machine once and on request, phones' reports every two seconds. */
import type { Copies, Machine, Reached } from '$protocol-names.ts';
import { api, ApiFailure } from '../api.ts';

const EVERY = 2000;

export class Preflight {
  machine = $state.raw<Machine | null>(null);
  copies = $state.raw<Copies | null>(null);
  addresses = $state.raw<readonly string[]>([]);
  reports = $state.raw<readonly Reached[]>([]);
  token = $state('');
  /** The token is no longer known to the hub: it was started anew, or the day is over. */
  old = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  /** Rejects with ApiFailure. */
  async look(code: string): Promise<void> {
    const [machine, { addresses }, copies] = await Promise.all([
      api.machine(),
      api.addresses(),
      api.copies(code),
    ]);
    this.machine = machine;
    this.copies = copies;
    this.addresses = addresses;
  }

  /** A code that a phone can answer. Rejects with ApiFailure. */
  async open(): Promise<void> {
    this.token = (await api.openReach()).token;
    this.reports = [];
    this.old = false;
    this.#next();
  }

  close(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  #next(): void {
    clearTimeout(this.#timer);
    if (!this.#ended) this.#timer = setTimeout(() => void this.#ask(), EVERY);
  }

  async #ask(): Promise<void> {
    try {
      this.reports = (await api.reached(this.token)).reports;
    } catch (error) {
      // Without an answer the next one will tell; a try that is gone stays gone.
      this.old = error instanceof ApiFailure && error.problem.code === 'not-found';
    }
    if (!this.old) this.#next();
  }
}
