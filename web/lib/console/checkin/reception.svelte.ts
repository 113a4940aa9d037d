/** What the desk at the entrance does, and what it did last, said until the next thing is done. */
import type { Desk } from '../desk.svelte.ts';
import { Action } from '../parts/action.svelte.ts';
import type { ConsoleText } from '../../../text/console.zh-CN.ts';
import { arrivalsOf, type Arrival } from './arrivals.ts';
import { readLink } from './scan.ts';

export type Deed = keyof ConsoleText['checkin']['done'];
export type Note = 'several' | 'notAPass' | 'screenPass' | { otherMeeting: string };

export class Reception {
  readonly act = new Action();
  /** What was done last, to whom. */
  done = $state.raw<{ deed: Deed; pass: string } | null>(null);
  /** Why nothing was done. */
  note = $state.raw<Note | null>(null);
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  checkIn(one: Arrival): Promise<void> {
    if (one.state !== 'here') return this.#does('in', one.pass.id, 'pass.check-in');
    this.say('already', one.pass.id);
    return Promise.resolve();
  }

  leave(one: Arrival): Promise<void> {
    return this.#does('out', one.pass.id, 'pass.check-out');
  }

  /** I4: a check-in by mistake. */
  undo(one: Arrival): Promise<void> {
    return this.#does('undone', one.pass.id, 'pass.not-here');
  }

  /** I1: a code in front of the camera or typed by a scanner. The pass stays free for its bearer's phone. */
  async scanned(text: string): Promise<void> {
    const link = readLink(text, this.#desk.code);
    if (link.secret === null) {
      this.refuse(link.code === null ? 'notAPass' : { otherMeeting: link.code });
      return;
    }
    const { secret } = link;
    let pass: string | null = null;
    const known = await this.act.run(async () => {
      const looked = await this.#desk.live.look(secret);
      if (looked.ok) pass = looked.pass;
      return looked;
    });
    this.done = null;
    this.note = null;
    if (!known) return;
    const one = arrivalsOf(this.#desk.slices).find((arrival) => arrival.pass.id === pass);
    if (one) await this.checkIn(one);
    else this.refuse('screenPass');
  }

  say(deed: Deed, pass: string): void {
    this.act.clear();
    this.note = null;
    this.done = { deed, pass };
  }

  refuse(note: Note): void {
    this.act.clear();
    this.done = null;
    this.note = note;
  }

  async #does(deed: Deed, pass: string, type: 'pass.check-in' | 'pass.check-out' | 'pass.not-here') {
    this.note = null;
    this.done = null;
    if (await this.act.run(() => this.#desk.send(type, { pass }))) this.say(deed, pass);
  }
}
