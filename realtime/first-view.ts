/**
 * The first frame of whoever comes, encoded once for all who come to the same state: a square that comes at once is sent
 * the same bytes but for the time. Only for an audience whose view no connection changes.
 */
import type { Live } from '../assessment/view.ts';
import type { State } from '../assessment/state.ts';
import { packetOf } from './fan.ts';
import { FRAME, type Since } from './protocol-names.ts';
import type { Room } from './rooms.ts';

/** Stands where the time goes. Before it there is nothing that a person wrote, and no quote within. */
const TIME = -1;
const MARK = `"now":${TIME}`;
/** Different points from which phones come back to one state; more begin anew. */
const MOST = 200;

export class FirstViews {
  readonly #room: Room;
  /** By where it starts: what stands before the time, and behind it. */
  readonly #known = new Map<string, readonly [string, string]>();
  #line = '';
  #n = -1;

  constructor(room: Room) {
    this.#room = room;
  }

  /** A packet with what somebody lacks since he left, or with everything. */
  packet(state: State, live: () => Live, now: number, since: Since | null): string {
    const { line } = state.meeting;
    if (this.#line !== line || this.#n !== state.length || this.#known.size > MOST) this.#known.clear();
    [this.#line, this.#n] = [line, state.length];
    const from = since === null ? '' : `${since.n} ${since.journal}`;
    let around = this.#known.get(from);
    if (around === undefined) {
      const packet = packetOf(FRAME, this.#room.catchUp(state, live(), TIME, since));
      const at = packet.indexOf(MARK);
      around = [packet.slice(0, at + MARK.length - String(TIME).length), packet.slice(at + MARK.length)];
      this.#known.set(from, around);
    }
    return `${around[0]}${now}${around[1]}`;
  }
}
