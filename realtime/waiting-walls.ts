/**
 * Walls of one meeting that wait for a host to confirm the code on them (decision 0015). Whoever knows the code of the
 * meeting may ask, so all of it is bounded: how many wait, how many of one address, and how often. Asking gives no
 * rights. Gone with the process: a wall asks again every few seconds.
 */
import { randomInt } from 'node:crypto';
import type { WaitingWall } from '../assessment/audiences.ts';
import { PAIRING_LENGTH, PAIRING_LETTERS } from '../assessment/pairing.ts';
import { Budget } from './budget.ts';

/** How many may wait at once, and how many of one address: a venue may share one behind its router. */
export const MOST_WAITING = 24;
export const MOST_OF_ADDRESS = 8;
/** New codes that one address may have at once, and how many come back a second. */
const CODES = { burst: 16, refill: 0.2 };
const MOST_ADDRESSES = 2000;
/** A wall that has not asked again for so long is not shown and cannot be confirmed. In ms. */
export const ASKS_WITHIN = 25_000;
/** For so long a wall that went away finds its code again, and nobody else gets it. In ms. */
export const KEPT = 300_000;
/** For so long a wall that was turned away is not heard. In ms. */
export const TURNED_AWAY = 300_000;
/** Sessions that are remembered in all, waiting, gone or turned away. */
const MOST_KNOWN = 500;

type Says = Pick<WaitingWall, 'width' | 'height'>;

interface Waiting extends WaitingWall {
  address: string;
  askedAt: number;
  /** It asked a moment ago. */
  fresh: boolean;
  /** Server time in ms until which it is not heard. */
  awayUntil: number;
}

const chosen = (): string =>
  Array.from({ length: PAIRING_LENGTH }, () => PAIRING_LETTERS[randomInt(PAIRING_LETTERS.length)]).join('');

export class WaitingWalls {
  readonly #online: (session: string) => boolean;
  readonly #choose: () => string;
  readonly #all = new Map<string, Waiting>();
  readonly #budgets = new Map<string, Budget>();

  /** @param choose makes codes; by chance, so that nobody can choose that of another wall */
  constructor(online: (session: string) => boolean, choose: () => string = chosen) {
    this.#online = online;
    this.#choose = choose;
  }

  /**
   * A wall asks, for the first time or again.
   * @param now server time in ms
   * @returns its code; null where too many wait or this one was turned away: it may ask again later
   */
  ask(session: string, says: Says, from: WaitingWall['from'], address: string, now: number): string | null {
    const known = this.#all.get(session);
    if (known && known.awayUntil > now) return null;
    if ((!known || !this.#isHere(session, known)) && !this.#hasRoom(session, address)) return null;
    if (!known && !this.#mayHaveCode(address, now)) return null;
    const { code, since } = known ?? { code: this.#free(), since: now };
    this.#all.delete(session);
    this.#all.set(session, { ...says, code, since, from, address, askedAt: now, fresh: true, awayUntil: 0 });
    this.#forgetSome();
    return code;
  }

  /** Those that can be confirmed, the longest wait first. */
  seen(): WaitingWall[] {
    return [...this.#all]
      .filter(([session, one]) => this.#isHere(session, one))
      .map(([, { code, since, width, height, from }]) => ({ code, since, width, height, from }))
      .sort((a, b) => a.since - b.since);
  }

  sessionOf(code: string): string | null {
    for (const [session, one] of this.#all)
      if (one.code === code && this.#isHere(session, one)) return session;
    return null;
  }

  /** It is a screen now. */
  paired(session: string): void {
    this.#all.delete(session);
  }

  /** A host says that this is none of his walls. @returns false where nobody shows the code */
  turnAway(code: string, now: number): boolean {
    const session = this.sessionOf(code);
    const one = session === null ? undefined : this.#all.get(session);
    if (one) Object.assign(one, { awayUntil: now + TURNED_AWAY, fresh: false });
    return one !== undefined;
  }

  /** Looks at the time. @returns true where a wall waits no longer */
  sweep(now: number): boolean {
    let changed = false;
    for (const [session, one] of this.#all) {
      if (one.fresh && now - one.askedAt > ASKS_WITHIN) {
        one.fresh = false;
        changed = true;
      }
      if (now - one.askedAt > KEPT && one.awayUntil <= now) this.#all.delete(session);
    }
    return changed;
  }

  #isHere(session: string, one: Waiting): boolean {
    return one.fresh && this.#online(session);
  }

  #hasRoom(session: string, address: string): boolean {
    const here = [...this.#all].filter(([other, one]) => other !== session && this.#isHere(other, one));
    const same = here.filter(([, one]) => one.address === address);
    return here.length < MOST_WAITING && same.length < MOST_OF_ADDRESS;
  }

  #mayHaveCode(address: string, now: number): boolean {
    const budget = this.#budgets.get(address) ?? new Budget(CODES.burst, CODES.refill, now);
    this.#budgets.delete(address);
    this.#budgets.set(address, budget);
    for (const oldest of this.#budgets.keys()) {
      if (this.#budgets.size <= MOST_ADDRESSES) break;
      this.#budgets.delete(oldest);
    }
    return budget.take(now);
  }

  /** A code that no wall shows or showed a moment ago. */
  #free(): string {
    const taken = new Set([...this.#all.values()].map(({ code }) => code));
    for (;;) {
      const code = this.#choose();
      if (!taken.has(code)) return code;
    }
  }

  /** Those that left longest ago. Never one that waits: there are fewer of them. */
  #forgetSome(): void {
    for (const [session, one] of this.#all) {
      if (this.#all.size <= MOST_KNOWN) return;
      if (!this.#isHere(session, one)) this.#all.delete(session);
    }
  }
}
