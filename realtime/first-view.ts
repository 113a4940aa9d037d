/**
 * The first frame of whoever comes, encoded once for all who come to the same state: a square that comes at once is sent
 * the same bytes but for the time. Only for an audience whose view no connection changes.
 */
import type { Live } from '../assessment/view.ts';
import type { State } from '../assessment/state.ts';
import { framed, packetOf } from './fan.ts';
import { FRAME, type Since } from './protocol-names.ts';
import type { Room } from './rooms.ts';

/** Stands where the time goes, as long as a time is. Before it there is nothing that a person wrote. */
const TIME = 9_999_999_999_999;
const MARK = `"now":${TIME}`;
/** Different points from which phones come back to one state; more begin anew. */
const MOST = 200;

/** Text and bytes of a packet, but for the time. */
interface Encoded {
  packet: string;
  frame: Buffer;
  /** Where in the frame the time goes. */
  at: number;
}

export class FirstViews {
  readonly #room: Room;
  /** By where it starts. */
  readonly #known = new Map<string, Encoded>();
  #line = '';
  #n = -1;

  constructor(room: Room) {
    this.#room = room;
  }

  /** A packet with what somebody lacks since he left, or with everything: as engine.io takes it, and framed. */
  of(state: State, live: () => Live, now: number, since: Since | null): { packet(): string; frame: Buffer } {
    const { packet, frame, at } = this.#encoded(state, live, since);
    const own = Buffer.from(frame);
    own.write(String(now), at, 'latin1');
    return { packet: () => packet.replace(MARK, `"now":${now}`), frame: own };
  }

  #encoded(state: State, live: () => Live, since: Since | null): Encoded {
    const { line } = state.meeting;
    if (this.#line !== line || this.#n !== state.length || this.#known.size > MOST) this.#known.clear();
    [this.#line, this.#n] = [line, state.length];
    const from = since === null ? '' : `${since.n} ${since.journal}`;
    const known = this.#known.get(from);
    if (known) return known;
    const packet = packetOf(FRAME, this.#room.catchUp(state, live(), TIME, since));
    const frame = framed(`4${packet}`);
    const encoded = { packet, frame, at: frame.indexOf(MARK) + MARK.length - String(TIME).length };
    this.#known.set(from, encoded);
    return encoded;
  }
}
