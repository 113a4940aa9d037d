/**
 * The crowd of one meeting, which comes and acts all at once: whoever comes shares a packet with those who came with
 * him, and own views go out a portion a turn of the loop, so that whoever matters more is served in between.
 */
import type { Server } from 'socket.io';
import type { Log } from './log.ts';
import type { OpenMeeting } from './meetings.ts';
import type { Member } from './members.ts';
import { Portions } from './portions.ts';
import { FRAME } from './protocol-names.ts';
import type { Room } from './rooms.ts';

/** How many are served between two turns of the loop. */
const PORTION = 50;
/** How long newcomers wait for others to share a packet with, in ms: nobody sees it. */
const GATHER = 25;
/** Own views that go out at once between two frames; the others come along with the next. */
const AT_ONCE = 10;

export interface SquareParts {
  io: Server;
  meeting: OpenMeeting;
  room: Room;
  log: Log;
  /** Whether somebody has not left since. */
  here(member: Member): boolean;
  sendMine(member: Member): void;
}

export class Square {
  readonly #parts: SquareParts;
  /** Who came and was sent nothing yet, and whose own view is another since. */
  readonly #newcomers = new Portions<Member>(PORTION, (some) => this.#welcome(some));
  readonly #stale = new Portions<Member>(PORTION, (some) => this.#refresh(some));
  #gathering: NodeJS.Timeout | null = null;
  #atOnce = AT_ONCE;

  constructor(parts: SquareParts) {
    this.#parts = parts;
  }

  /** Somebody came, and is sent his first frame in a moment. */
  came(member: Member): void {
    this.#newcomers.put(member);
    this.#gathering ??= setTimeout(() => {
      this.#gathering = null;
      this.#newcomers.start();
    }, GATHER);
  }

  /** What is somebody's own goes out at once; of many who act at once, with the next frame. */
  soon(member: Member): void {
    if (this.#atOnce === 0) return this.#stale.put(member);
    this.#atOnce -= 1;
    this.#parts.sendMine(member);
  }

  /** Who has just come has a frame before the next one, which follows on it; own views go along. */
  beforeFrame(): void {
    this.#newcomers.finish();
    this.#atOnce = AT_ONCE;
    this.#stale.start();
  }

  stop(): void {
    if (this.#gathering) clearTimeout(this.#gathering);
    this.#newcomers.stop();
    this.#stale.stop();
  }

  /** Those who stand at the same entry share one packet. */
  #welcome(some: Member[]): void {
    const { io, meeting, room, log, here, sendMine } = this.#parts;
    const { authority, presence } = meeting;
    const there = some.filter((one) => here(one) && one.audience === 'crowd');
    const groups = new Map<string, Member[]>();
    for (const one of there) {
      const key = one.since === null ? '' : `${one.since.journal} ${one.since.n}`;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    try {
      for (const group of groups.values()) {
        const since = group[0]?.since ?? null;
        const frame = room.catchUp(authority.state, presence.live, authority.now(), since);
        io.to(group.map((one) => one.socket.id)).emit(FRAME, frame);
      }
      for (const one of there) sendMine(one);
    } catch (error) {
      // As a line that is lost: they come again.
      log.error({ err: error }, 'connection');
      for (const one of there) one.socket.conn.close();
    }
  }

  #refresh(some: Member[]): void {
    for (const one of some) if (this.#parts.here(one)) this.#parts.sendMine(one);
  }
}
