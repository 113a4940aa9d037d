/** All connections to one meeting: rooms by audience, frames at the pace of each, and what is personal. */
import type { Server, Socket } from 'socket.io';
import { whyOut, type Principal } from '../assessment/actors.ts';
import { AUDIENCES, audienceOf, mineOf, type Audience } from '../assessment/view.ts';
import { Behind, MOST_UNREAD, unread } from './backlog.ts';
import type { Change } from './changes.ts';
import type { Figures, Log } from './log.ts';
import type { OpenMeeting } from './meetings.ts';
import {
  BYE,
  FRAME,
  MINE,
  PROTOCOL,
  type Bye,
  type Code,
  type Mine,
  type Shows,
  type Since,
} from './protocol-names.ts';
import { Pacer } from './pacer.ts';
import { Portions } from './portions.ts';
import { Room } from './rooms.ts';

/** How long organizers wait for news of who is connected, in ms: every pass stands in that, so it comes together. */
const STIR = 250;
/** How often it is looked whether the screens still say what they show, and whether everybody still reads, in ms. */
const SWEEP = 2000;

/** How many of the crowd are served between two turns of the loop. */
const PORTION = 50;
/** How long newcomers of the crowd wait for others to share a packet with, in ms: nobody sees it. */
const GATHER = 25;
/** Own views of the crowd that go out at once between two of its frames; the others come along with the next. */
const AT_ONCE = 10;

interface Member {
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

export class Channel {
  readonly #io: Server;
  readonly #meeting: OpenMeeting;
  readonly #figures: Figures;
  readonly #log: Log;
  readonly #members = new Map<string, Member>();
  readonly #bySession = new Map<string, Set<Member>>();
  readonly #rooms: Record<Audience, Room>;
  readonly #pacer: Pacer;
  /** Of the crowd: who came and was sent nothing yet, and whose own view is another since. */
  readonly #newcomers = new Portions<Member>(PORTION, (some) => this.#welcome(some));
  readonly #stale = new Portions<Member>(PORTION, (some) => this.#refresh(some));
  readonly #behind = new Behind();
  #gathering: NodeJS.Timeout | null = null;
  #atOnce = AT_ONCE;
  readonly #stop: () => void;
  readonly #sweeping: NodeJS.Timeout;
  #stirring: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(io: Server, meeting: OpenMeeting, figures: Figures, log: Log) {
    this.#io = io;
    this.#log = log;
    this.#meeting = meeting;
    this.#figures = figures;
    this.#rooms = Object.fromEntries(AUDIENCES.map((audience) => [audience, new Room(audience)])) as Record<
      Audience,
      Room
    >;
    this.#pacer = new Pacer({
      strain: () => ({ crowd: meeting.presence.live.crowd, waiting: meeting.authority.waiting }),
      size: (audience) => this.#rooms[audience].size,
      send: (audience) => this.#send(audience),
    });
    this.#stop = meeting.authority.onChange((change) => this.#changed(change));
    this.#sweeping = setInterval(() => {
      if (meeting.presence.walls.sweep(meeting.authority.now())) this.#pacer.touch('organizer');
      this.#letGoOfDeaf();
    }, SWEEP).unref();
  }

  /**
   * Lets a socket in as what it is now: since its handshake a pass may have moved, or the meeting gone (I2, I4, A1).
   * @param page its load of a page: an earlier connection of the same one is dead, whatever it looks like
   */
  join(socket: Socket, who: Principal, since: Since | null, page: string | null = null): void {
    if (this.#closed) return void socket.conn.close();
    const audience = audienceOf(this.#meeting.authority.state, who);
    if (audience === null) return this.dismiss(socket, 'revoked');
    (socket.data as { audience: Audience }).audience = audience;
    const member: Member = { socket, who, audience, page, mine: '', since, awake: true };
    this.#members.set(socket.id, member);
    if (who.kind === 'device') this.#sessionsOf(who.session).add(member);
    this.#enter(member, 1);
    // Counted in before the other is counted out, so that nobody sees the phone go.
    this.#supersede(member);
    socket.on('disconnect', () => this.#leave(member));
    if (audience !== 'crowd') return this.catchUp(socket, since);
    this.#newcomers.put(member);
    this.#gathering ??= setTimeout(() => {
      this.#gathering = null;
      this.#newcomers.start();
    }, GATHER);
  }

  /** Sends a client what it lacks since it left, or everything, and what is its own. */
  catchUp(socket: Socket, since: Since | null): void {
    const member = this.#members.get(socket.id);
    if (!member) return;
    const { authority, presence } = this.#meeting;
    const frame = this.#rooms[member.audience].catchUp(
      authority.state,
      presence.live,
      authority.now(),
      since,
    );
    socket.emit(FRAME, frame);
    member.mine = '';
    this.#sendMine(member);
  }

  /** A square that comes at once: those who stand at the same entry share one packet. */
  #welcome(some: Member[]): void {
    const here = some.filter((one) => this.#members.has(one.socket.id) && one.audience === 'crowd');
    const groups = new Map<string, Member[]>();
    for (const one of here) {
      const key = one.since === null ? '' : `${one.since.journal} ${one.since.n}`;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    try {
      const { authority, presence } = this.#meeting;
      for (const group of groups.values()) {
        const since = group[0]?.since ?? null;
        const frame = this.#rooms.crowd.catchUp(authority.state, presence.live, authority.now(), since);
        this.#io.to(group.map((one) => one.socket.id)).emit(FRAME, frame);
      }
      for (const one of here) this.#sendMine(one);
    } catch (error) {
      // As a line that is lost: they come again.
      this.#log.error({ err: error }, 'connection');
      for (const one of here) one.socket.conn.close();
    }
  }

  #refresh(some: Member[]): void {
    for (const one of some) if (this.#members.has(one.socket.id)) this.#sendMine(one);
  }

  /** What a screen says that it shows, for the organizers alone. @returns why it was not taken */
  shows(socket: Socket, shows: Shows): Code | null {
    const member = this.#members.get(socket.id);
    if (member?.who.kind !== 'device' || member.audience !== 'screen') return 'forbidden';
    const { authority, presence } = this.#meeting;
    const last = this.#rooms.screen.last;
    const changed = presence.walls.report(member.who.session, shows, authority.now(), last);
    if (changed === null) return 'too-many';
    if (changed) this.#pacer.touch('organizer');
    return null;
  }

  /** A device says whether its page is seen. Told to organizers, written nowhere. */
  awake(socket: Socket, awake: boolean): void {
    const member = this.#members.get(socket.id);
    if (member?.who.kind !== 'device' || member.awake === awake) return;
    member.awake = awake;
    const { authority, presence } = this.#meeting;
    presence.turned(member.who.session, awake, authority.now());
    // Organizers see it of passes only: a square full of phones that go dark computes no view.
    if (member.audience !== 'crowd') this.#stir();
  }

  /** The last word to one connection, and its end. */
  dismiss(socket: Socket, code: Code): void {
    const bye: Bye = { v: PROTOCOL, code };
    socket.emit(BYE, bye);
    socket.disconnect(true);
  }

  /** Lets go of everybody as a lost line would, so that each comes back to the meeting that has the code now (A1). */
  redial(): void {
    for (const { socket } of this.#members.values()) socket.conn.close();
    this.close();
  }

  close(): void {
    this.#closed = true;
    this.#stop();
    clearInterval(this.#sweeping);
    if (this.#stirring) clearTimeout(this.#stirring);
    if (this.#gathering) clearTimeout(this.#gathering);
    this.#newcomers.stop();
    this.#stale.stop();
    this.#pacer.close();
  }

  #sessionsOf(session: string): Set<Member> {
    const known = this.#bySession.get(session) ?? new Set<Member>();
    this.#bySession.set(session, known);
    return known;
  }

  #enter(member: Member, by: 1 | -1): void {
    const { who, audience, socket } = member;
    const name = this.#roomName(audience);
    void (by > 0 ? socket.join(name) : socket.leave(name));
    this.#figures.connections.inc({ audience }, by);
    const { authority, presence } = this.#meeting;
    const session = who.kind === 'device' ? who.session : null;
    presence.count(session, audience, by, authority.now(), member.awake);
    this.#stir();
    if (audience === 'crowd') this.#pacer.touch('screen');
  }

  /** A phone went from Wi-Fi to the cell: its new connection wins at once, over one that may hang for long. */
  #supersede({ who, page, socket }: Member): void {
    if (page === null) return;
    const same = who.kind === 'device' ? this.#sessionsOf(who.session) : this.#members.values();
    for (const other of [...same]) {
      if (other.page !== page || other.socket === socket || nameOf(other.who) !== nameOf(who)) continue;
      other.socket.conn.close(true);
    }
  }

  #letGoOfDeaf(): void {
    for (const { socket, audience } of [...this.#members.values()]) {
      if (unread(socket) <= MOST_UNREAD) continue;
      this.#log.info({ audience }, 'does not read');
      socket.conn.close(true);
    }
  }

  #leave(member: Member): void {
    this.#enter(member, -1);
    this.#members.delete(member.socket.id);
    this.#behind.drop(member.socket);
    if (member.who.kind !== 'device') return;
    const { session } = member.who;
    const left = this.#sessionsOf(session);
    left.delete(member);
    if (left.size === 0) this.#bySession.delete(session);
  }

  #changed(change: Change): void {
    if (change.passes) this.#recheck();
    for (const audience of AUDIENCES) this.#pacer.touch(audience);
    const touched = change.sessions ?? [...this.#bySession.keys()];
    for (const session of touched)
      for (const member of this.#bySession.get(session) ?? []) this.#soon(member);
  }

  /** What is somebody's own goes out at once; of a crowd that all act at once, with its next frame. */
  #soon(member: Member): void {
    if (member.audience !== 'crowd') return this.#sendMine(member);
    if (this.#atOnce === 0) return this.#stale.put(member);
    this.#atOnce -= 1;
    this.#sendMine(member);
  }

  /** I2, I4: a pass moved or a session was revoked; who may no longer be here is told so and leaves at once. */
  #recheck(): void {
    const { state } = this.#meeting.authority;
    for (const member of [...this.#members.values()]) {
      const audience = audienceOf(state, member.who);
      if (audience === null) this.dismiss(member.socket, whyOut(state, member.who));
      else if (audience !== member.audience) {
        this.#enter(member, -1);
        this.#behind.drop(member.socket);
        member.audience = audience;
        (member.socket.data as { audience: Audience }).audience = audience;
        this.#enter(member, 1);
        this.catchUp(member.socket, null);
      }
    }
  }

  #sendMine(member: Member): void {
    const { authority } = this.#meeting;
    const mine = mineOf(authority.state, member.who);
    if (mine === null) return;
    const text = JSON.stringify(mine);
    if (text === member.mine) return;
    member.mine = text;
    const message: Mine = {
      v: PROTOCOL,
      journal: authority.state.meeting.id,
      to: authority.state.length,
      now: authority.now(),
      mine,
    };
    member.socket.emit(MINE, message);
  }

  /** Somebody came, left or fell asleep: a square full of phones does that all the time, and nobody acts upon it. */
  #stir(): void {
    this.#stirring ??= setTimeout(() => {
      this.#stirring = null;
      this.#pacer.touch('organizer');
    }, STIR);
  }

  #send(audience: Audience): void {
    const { authority, presence } = this.#meeting;
    if (audience === 'crowd') this.#beforeCrowd();
    // Nobody is here to see it; who comes is sent everything.
    if (!this.#io.sockets.adapter.rooms.has(this.#roomName(audience))) return;
    try {
      const room = this.#rooms[audience];
      this.#leaveOutSlow(audience, { journal: authority.state.meeting.id, n: room.last.to });
      const frame = room.next(authority.state, presence.live, authority.now());
      if (frame === null) return this.#hold(room.heldUntil);
      this.#pacer.sent(audience);
      this.#figures.frames.inc({ audience });
      this.#io.to(this.#roomName(audience)).emit(FRAME, frame);
    } catch (error) {
      // A view that cannot be computed leaves its audience with the last frame; ballots go on being taken.
      this.#log.error({ err: error, audience }, 'frame');
    }
  }

  /**
   * Who has not taken what he was sent comes out of the room, and is sent once what he lacks by then: on a slow line a
   * large view is never let go and begun anew, and nothing piles up behind it.
   */
  #leaveOutSlow(audience: Audience, told: Since): void {
    const room = this.#roomName(audience);
    for (const member of this.#members.values()) {
      const { socket } = member;
      if (member.audience !== audience || !socket.rooms.has(room)) continue;
      const back = () => {
        if (this.#closed || member.audience !== audience || !this.#members.has(socket.id)) return;
        void socket.join(room);
        this.catchUp(socket, told.n > 0 ? told : null);
      };
      if (this.#behind.add(socket, back)) void socket.leave(room);
    }
  }

  /** Who has just come has a frame before the next one, which follows on it; own views go along. */
  #beforeCrowd(): void {
    this.#newcomers.finish();
    this.#atOnce = AT_ONCE;
    this.#stale.start();
  }

  /** @param until server time in ms at which counts are told that were held back; null where there are none */
  #hold(until: number | null): void {
    if (until !== null) this.#pacer.touchLater(Math.max(0, until - this.#meeting.authority.now()) + 1);
  }

  #roomName(audience: Audience): string {
    return `${this.#meeting.id}/${audience}`;
  }
}
