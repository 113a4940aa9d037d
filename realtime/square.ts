/**
 * The crowd of one meeting, which comes and acts all at once: whoever comes is sent what those were who came with him, and
 * own views go out a portion a turn of the loop, so that whoever matters more is served in between.
 */
import type { OpenMeeting } from './meetings.ts';
import type { Fan } from './fan.ts';
import { FirstViews } from './first-view.ts';
import type { Member } from './members.ts';
import { Portions } from './portions.ts';
import type { Since } from './protocol-names.ts';
import type { Room } from './rooms.ts';

/** How many are served between two turns of the loop: a ms of work, for which an examiner's answer may have to wait. */
const PORTION = 10;
/** Own views that go out at once between two frames; the others come along with the next. */
const AT_ONCE = 10;

export interface SquareParts {
  fan: Fan<Member>;
  meeting: OpenMeeting;
  room: Room;
  /** Whether somebody has not left since. */
  here(member: Member): boolean;
  sendMine(member: Member): void;
}

export class Square {
  readonly #parts: SquareParts;
  readonly #first: FirstViews;
  /** Whose own view is another since it was sent. */
  readonly #stale = new Portions<Member>(PORTION, (some) => this.#refresh(some));
  #atOnce = AT_ONCE;

  constructor(parts: SquareParts) {
    this.#parts = parts;
    this.#first = new FirstViews(parts.room);
  }

  /** Somebody came, and is sent what he lacks since he left, or everything. */
  came(member: Member, since: Since | null): void {
    const { fan, meeting, sendMine } = this.#parts;
    const { authority, presence } = meeting;
    const view = this.#first.of(authority.state, () => presence.live, authority.now(), since);
    fan.hand(member, view.packet, view.frame);
    sendMine(member);
  }

  /** What is somebody's own goes out at once; of many who act at once, with the next frame. */
  soon(member: Member): void {
    if (this.#atOnce === 0) return this.#stale.put(member);
    this.#atOnce -= 1;
    this.#parts.sendMine(member);
  }

  /** Own views that wait go along with the next frame. */
  beforeFrame(): void {
    this.#atOnce = AT_ONCE;
    this.#stale.start();
  }

  stop(): void {
    this.#stale.stop();
  }

  #refresh(some: Member[]): void {
    for (const one of some) if (this.#parts.here(one)) this.#parts.sendMine(one);
  }
}
