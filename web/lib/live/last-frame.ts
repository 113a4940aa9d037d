/**
 * What a phone saw last of a meeting, one a session: shown, as old, where it starts without a line, so that a ballot can
 * be filled in all the same. It holds nothing that this phone was not shown, and goes with the session.
 */
import type { MineView, Slices } from '../../../assessment/view.ts';
import { drop, keepJson, recallJson } from './keep.ts';
import { sessionSecret } from './session.ts';

export interface Seen {
  slices: Partial<Slices>;
  mine: MineView;
  /** Server time, ms. */
  at: number;
}

interface Kept extends Seen {
  session: string;
  /** By this phone's own clock, ms: it may be wrong by a day, and is so by the same day later. */
  local: number;
}

/** Written at most that often, ms: phones are slow and storage is small. */
const PAUSE = 4000;
/** Most characters; beyond, the questions are left out, and then all of it. */
const MOST = 200_000;
/** How long a line is waited for before what is kept is shown, ms. */
const PATIENCE = 2500;
/** Of another day is of no use, ms. */
const OLDEST = 18 * 3_600_000;

const keyOf = (code: string): string => `dkc.last-frame.${code}`;

export function keepSeen(code: string, seen: Seen, now: number): void {
  const kept: Kept = { ...seen, session: sessionSecret(code), local: now };
  const fits = [kept, { ...kept, slices: { ...kept.slices, questions: [] } }].find(
    (one) => JSON.stringify(one).length <= MOST,
  );
  if (fits) keepJson(keyOf(code), fits);
  else drop(keyOf(code));
}

/** A phone that nobody's pass is on any more shows nothing of whoever had it (I2, I4). */
export const forgetSeen = (code: string): void => drop(keyOf(code));

/** What was kept in this session, not longer ago than a day's meeting lasts. */
export function recallSeen(code: string, now: number): Seen | null {
  const kept = recallJson<Kept>(keyOf(code));
  if (!kept) return null;
  const mine = kept.session === sessionSecret(code) && Math.abs(now - kept.local) < OLDEST;
  if (mine && kept.slices?.meeting && kept.mine) return kept;
  drop(keyOf(code));
  return null;
}

export class LastSeen {
  readonly #code: string;
  readonly #waits: ReturnType<typeof setTimeout>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #seen: Seen | null = null;
  #over = false;
  readonly #write = () => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#seen) keepSeen(this.#code, this.#seen, Date.now());
    this.#seen = null;
  };

  /** @param show gets what is kept where the hub has not spoken in time */
  constructor(code: string, show: (last: Seen) => void) {
    this.#code = code;
    this.#waits = setTimeout(() => {
      const last = recallSeen(code, Date.now());
      if (last) show(last);
    }, PATIENCE);
    if (typeof window !== 'undefined') window.addEventListener('pagehide', this.#write);
  }

  saw(seen: Seen): void {
    if (this.#over) return;
    clearTimeout(this.#waits);
    this.#seen = seen;
    this.#timer ??= setTimeout(this.#write, PAUSE);
  }

  /** Shows and keeps nothing from here on, and drops what it had. */
  forget(): void {
    this.#over = true;
    clearTimeout(this.#waits);
    clearTimeout(this.#timer);
    this.#seen = null;
    forgetSeen(this.#code);
  }

  close(): void {
    clearTimeout(this.#waits);
    this.#write();
    if (typeof window !== 'undefined') window.removeEventListener('pagehide', this.#write);
  }
}
