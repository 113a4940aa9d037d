/** Who is connected to one meeting right now. No part of the journal: it is gone with the process, and so are they. */
import type { Audience, Live } from '../assessment/view.ts';
import { WaitingWalls } from './waiting-walls.ts';
import { Walls } from './walls.ts';

interface Seen {
  connections: number;
  /** How many of them are of a page that is hidden or a phone that is dark. */
  asleep: number;
  /** Server time in ms since when it is online, asleep or gone. */
  since: number;
}

/** Devices that left are remembered for the time they left; more than these are no meeting's. */
const MOST = 20_000;

export class Presence {
  readonly #sessions = new Map<string, Seen>();
  readonly #audiences = new Map<Audience, number>();
  /** What screens say that they show. */
  readonly walls = new Walls();
  /** Walls that show a pairing code. */
  readonly waiting = new WaitingWalls((session) => this.online(session));

  /** J1: when a device last came that had followed this meeting on another hub, server time in ms; null where none did. */
  elsewhereAt: number | null = null;

  /** J4: where the journal stood at a lock; told by whoever has the journal. */
  headAt: Live['headAt'] = () => null;

  online(session: string): boolean {
    return (this.#sessions.get(session)?.connections ?? 0) > 0;
  }

  /** A device with one page that is seen is awake. */
  asleep(session: string): boolean {
    const seen = this.#sessions.get(session);
    return seen !== undefined && seen.connections > 0 && seen.asleep >= seen.connections;
  }

  /**
   * Counts a connection in (`by` 1) or out (-1).
   * @param now server time in ms
   * @param awake whether its page is seen
   */
  count(session: string | null, audience: Audience, by: 1 | -1, now: number, awake = true): void {
    this.#audiences.set(audience, (this.#audiences.get(audience) ?? 0) + by);
    if (session === null) return;
    this.#change(session, now, (seen) => {
      seen.connections = Math.max(0, seen.connections + by);
      if (!awake) seen.asleep = Math.max(0, seen.asleep + by);
    });
    if (!this.online(session)) this.walls.gone(session);
  }

  /** One connection of a session fell asleep or woke up. */
  turned(session: string, awake: boolean, now: number): void {
    this.#change(session, now, (seen) => (seen.asleep = Math.max(0, seen.asleep + (awake ? -1 : 1))));
  }

  get live(): Live {
    return {
      online: (session) => this.online(session),
      asleep: (session) => this.asleep(session),
      since: (session) => this.#sessions.get(session)?.since ?? null,
      crowd: this.#audiences.get('crowd') ?? 0,
      screens: this.#audiences.get('screen') ?? 0,
      shown: (session) => this.walls.of(session),
      waiting: () => this.waiting.seen(),
      headAt: this.headAt,
    };
  }

  #change(session: string, now: number, change: (seen: Seen) => void): void {
    const seen = this.#sessions.get(session) ?? { connections: 0, asleep: 0, since: now };
    const [here, slept] = [seen.connections > 0, this.asleep(session)];
    change(seen);
    // Last in the map is last seen, so that the oldest can be forgotten.
    this.#sessions.delete(session);
    this.#sessions.set(session, seen);
    if (seen.connections > 0 !== here || this.asleep(session) !== slept) seen.since = now;
    if (this.#sessions.size > MOST) this.#forgetOne();
  }

  #forgetOne(): void {
    for (const [session, { connections }] of this.#sessions) {
      if (connections > 0) continue;
      this.#sessions.delete(session);
      return;
    }
  }
}
