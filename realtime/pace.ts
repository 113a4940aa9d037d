/**
 * How often an audience is sent what changed: quickly, but never more than its lines and this machine can carry. Where
 * that is too much, the crowd's frames are coalesced first: nobody scores by them.
 */
import type { Audience } from '../assessment/view.ts';

/** The least time between two frames of an audience, in ms; the crowd's grows with it. */
const PACE: Record<Audience, number> = {
  organizer: 50,
  screen: 50,
  examiner: 100,
  member: 100,
  crowd: 200,
  kiosk: 100,
};
/** How much slower the crowd's frames get, in ms: for each of its connections, … */
const CROWD_SHARE = 0.2;
/** … for each ms by which the loop is late, and for each command that waits for the authority. */
const LATE_SHARE = 10;
const WAITING_SHARE = 2;
/** What is behind that is never held back longer, in ms. */
const LONGEST = 5000;
/** Characters that a frame may have for each ms until the next: a list of thousands is not sent twenty times a second. */
const RATE = 1000;
/** The least time between two frames that tell phones of nothing but counts, in ms, and more for each of the crowd. */
const COUNTS = 4000;
const COUNTS_SHARE = 18;
const COUNTS_LONGEST = 12_000;

/** How much this process has to do. */
export interface Strain {
  /** Connections of the crowd. */
  crowd: number;
  /** How late the loop's timers are, in ms. */
  late: number;
  /** Commands that wait for the authority. */
  waiting: number;
}

export const AT_EASE: Strain = { crowd: 0, late: 0, waiting: 0 };

/**
 * The time until the next frame, in ms.
 * @param size of the last frame, in characters
 */
export function paceOf(audience: Audience, { crowd, late, waiting }: Strain, size: number): number {
  const plain = PACE[audience] + size / RATE;
  if (audience !== 'crowd') return plain;
  const grown = plain + crowd * CROWD_SHARE;
  return Math.max(grown, Math.min(LONGEST, grown + late * LATE_SHARE + waiting * WAITING_SHARE));
}

/** The time until phones are told again how many voted or support something, in ms. */
export const countsPace = (crowd: number): number => Math.min(COUNTS_LONGEST, COUNTS + crowd * COUNTS_SHARE);

/** How late the loop is: what was seen last, or a little less than before. */
export class Lateness {
  #late = 0;
  /** @param by how much later than asked for a timer fired, in ms */
  seen(by: number): void {
    // A timer is up to a ms late on an idle loop.
    this.#late = Math.max(0, by - 2, this.#late * 0.7 - 0.5);
  }
  get ms(): number {
    return this.#late;
  }
}
