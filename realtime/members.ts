/** Who is connected to one meeting, by connection and by session. */
import type { Socket } from 'socket.io';
import type { Principal } from '../assessment/actors.ts';
import type { Audience } from '../assessment/view.ts';
import type { Since } from './protocol-names.ts';

export interface Member {
  socket: Socket;
  who: Principal;
  audience: Audience;
  /** The load of a page that it belongs to; null where it does not say. */
  page: string | null;
  /** The last personal view that was sent, to send only another. */
  mine: string;
  /** Where it stood when it came: its first frame starts there. */
  since: Since | null;
  /** Whether its page is seen: a phone in a pocket is connected and asleep. */
  awake: boolean;
}

/** Whose a connection is: only his own may take its place. */
const nameOf = (who: Principal): string =>
  who.kind === 'device' ? who.session : who.kind === 'organizer' ? who.id : '';

const NOBODY: ReadonlySet<Member> = new Set();

export class Members {
  readonly #all = new Map<string, Member>();
  readonly #bySession = new Map<string, Set<Member>>();

  add(member: Member): void {
    this.#all.set(member.socket.id, member);
    if (member.who.kind !== 'device') return;
    const { session } = member.who;
    this.#bySession.set(session, new Set(this.ofSession(session)).add(member));
  }

  remove(member: Member): void {
    this.#all.delete(member.socket.id);
    if (member.who.kind !== 'device') return;
    const left = new Set(this.ofSession(member.who.session));
    left.delete(member);
    if (left.size > 0) this.#bySession.set(member.who.session, left);
    else this.#bySession.delete(member.who.session);
  }

  of(socket: Socket): Member | undefined {
    return this.#all.get(socket.id);
  }

  has(member: Member): boolean {
    return this.#all.get(member.socket.id) === member;
  }

  /** All of them as they are now: who leaves meanwhile disturbs nobody who goes through them. */
  all(): Member[] {
    return [...this.#all.values()];
  }

  sessions(): string[] {
    return [...this.#bySession.keys()];
  }

  ofSession(session: string): ReadonlySet<Member> {
    return this.#bySession.get(session) ?? NOBODY;
  }

  /** Earlier connections of the same load of a page by the same person: dead, whatever they look like (0013). */
  earlier({ who, page, socket }: Member): Member[] {
    if (page === null) return [];
    const same = who.kind === 'device' ? [...this.ofSession(who.session)] : this.all();
    return same.filter(
      (one) => one.page === page && one.socket !== socket && nameOf(one.who) === nameOf(who),
    );
  }
}
