/** Who is connected to one meeting, by connection, by session and by what he is sent. */
import type { Socket } from 'socket.io';
import type { Principal } from '../assessment/actors.ts';
import { AUDIENCES, type Audience } from '../assessment/view.ts';
import type { Reached } from './raw-line.ts';

export interface Member extends Reached {
  socket: Socket;
  who: Principal;
  audience: Audience;
  /** The load of a page that it belongs to; null where it does not say. */
  page: string | null;
  /** The last personal view that was sent, to send only another. */
  mine: string;
  /** Whether its page is seen: a phone in a pocket is connected and asleep. */
  awake: boolean;
}

/** Whose a connection is: only his own may take its place. */
const nameOf = (who: Principal): string =>
  who.kind === 'device' ? who.session : who.kind === 'organizer' ? who.id : '';

const NOBODY: readonly Member[] = [];

export class Members {
  readonly #all = new Map<string, Member>();
  readonly #bySession = new Map<string, readonly Member[]>();
  readonly #watching = Object.fromEntries(AUDIENCES.map((one) => [one, new Set<Member>()])) as Record<
    Audience,
    Set<Member>
  >;

  add(member: Member): void {
    this.#all.set(member.socket.id, member);
    if (member.who.kind !== 'device') return;
    const { session } = member.who;
    this.#bySession.set(session, [...this.ofSession(session), member]);
  }

  remove(member: Member): void {
    this.#all.delete(member.socket.id);
    if (member.who.kind !== 'device') return;
    const left = this.ofSession(member.who.session).filter((one) => one !== member);
    if (left.length > 0) this.#bySession.set(member.who.session, left);
    else this.#bySession.delete(member.who.session);
  }

  /** V1: from now on he is sent what this audience is sent; which one that is must be his. */
  watch(member: Member): void {
    this.#watching[member.audience].add(member);
  }

  /** From now on he is sent no frames of his audience. */
  leaveOut(member: Member): void {
    this.#watching[member.audience].delete(member);
  }

  /** Who is sent the frames of an audience; whoever comes out meanwhile disturbs nobody who goes through them. */
  watching(audience: Audience): ReadonlySet<Member> {
    return this.#watching[audience];
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

  ofSession(session: string): readonly Member[] {
    return this.#bySession.get(session) ?? NOBODY;
  }

  /** Earlier connections of the same load of a page by the same person: dead, whatever they look like (0013). */
  earlier({ who, page, socket }: Member): Member[] {
    if (page === null) return [];
    const same = who.kind === 'device' ? this.ofSession(who.session) : this.all();
    return same.filter(
      (one) => one.page === page && one.socket !== socket && nameOf(one.who) === nameOf(who),
    );
  }
}
