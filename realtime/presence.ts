/** Who is connected to one meeting right now. No part of the journal: it is gone with the process, and so are they. */
import type { Audience, Live } from '../assessment/view.ts';
import { Walls } from './walls.ts';

export class Presence {
  readonly #sessions = new Map<string, number>();
  readonly #audiences = new Map<Audience, number>();
  /** What screens say that they show. */
  readonly walls = new Walls();

  online(session: string): boolean {
    return this.#sessions.has(session);
  }

  /** Counts a connection in (`by` 1) or out (-1). @returns true where the session came or went by it */
  count(session: string | null, audience: Audience, by: 1 | -1): boolean {
    this.#audiences.set(audience, (this.#audiences.get(audience) ?? 0) + by);
    if (session === null) return false;
    const connections = (this.#sessions.get(session) ?? 0) + by;
    if (connections > 0) this.#sessions.set(session, connections);
    else {
      this.#sessions.delete(session);
      this.walls.gone(session);
    }
    return by > 0 ? connections === 1 : connections === 0;
  }

  get live(): Live {
    return {
      online: (session) => this.online(session),
      crowd: this.#audiences.get('crowd') ?? 0,
      screens: this.#audiences.get('screen') ?? 0,
      shown: (session) => this.walls.of(session),
    };
  }
}
