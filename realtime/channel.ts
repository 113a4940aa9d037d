/** All connections to one meeting: rooms by audience, frames at the pace of each, and what is personal. */
import type { Socket } from 'socket.io';
import { HOSTS, whyOut, type Principal } from '../assessment/actors.ts';
import { AUDIENCES, audienceOf, mineOf, type Audience } from '../assessment/view.ts';
import { AskedViews } from './asked-views.ts';
import { Behind, MOST_UNREAD, unread } from './backlog.ts';
import type { Change } from './changes.ts';
import { Fan, packetOf } from './fan.ts';
import type { Figures, Log } from './log.ts';
import type { OpenMeeting } from './meetings.ts';
import { Members, type Member } from './members.ts';
import {
  BYE,
  FRAME,
  MINE,
  PROTOCOL,
  type Bye,
  type Code,
  type Paired,
  type Shows,
  type Since,
} from './protocol-names.ts';
import { OwnViews } from './own-views.ts';
import { Pacer } from './pacer.ts';
import { rawLine } from './raw-line.ts';
import { Room } from './rooms.ts';
import { refusal } from './refusal.ts';
import { Square } from './square.ts';
import type { From } from './whereabouts.ts';

/** How long organizers wait for news of who is connected, in ms: every pass stands in that, so it comes together. */
const STIR = 250;
/** How often it is looked whether the screens still say what they show, and whether everybody still reads, in ms. */
const SWEEP = 2000;

export class Channel {
  readonly #fan = new Fan<Member>();
  readonly #meeting: OpenMeeting;
  readonly #figures: Figures;
  readonly #log: Log;
  readonly #members = new Members();
  readonly #rooms: Record<Audience, Room>;
  readonly #pacer: Pacer;
  readonly #connections: Record<Audience, { inc(by: number): void }>;
  readonly #square: Square;
  readonly #behind = new Behind();
  readonly #own: OwnViews;
  readonly #asked = new AskedViews((member, since) =>
    this.#safely(member, () => this.#answerView(member, since)),
  );
  readonly #stop: () => void;
  readonly #sweeping: NodeJS.Timeout;
  #stirring: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(meeting: OpenMeeting, figures: Figures, log: Log) {
    this.#log = log;
    this.#meeting = meeting;
    this.#figures = figures;
    this.#rooms = Object.fromEntries(AUDIENCES.map((audience) => [audience, new Room(audience)])) as Record<
      Audience,
      Room
    >;
    this.#connections = Object.fromEntries(
      AUDIENCES.map((audience) => [audience, figures.connections.labels(audience)]),
    ) as unknown as Record<Audience, { inc(by: number): void }>;
    this.#square = new Square({
      fan: this.#fan,
      meeting,
      room: this.#rooms.crowd,
      here: (member) => this.#members.has(member),
      sendMine: (member) => this.#refresh([member]),
    });
    this.#own = new OwnViews({
      waiting: () => meeting.authority.waiting,
      send: (some) => this.#refresh(some),
    });
    this.#pacer = new Pacer({
      strain: () => ({ crowd: meeting.presence.live.crowd, waiting: meeting.authority.waiting }),
      size: (audience) => this.#rooms[audience].size,
      send: (audience) => this.#send(audience),
    });
    this.#stop = meeting.authority.onChange((change) => this.#changed(change));
    this.#sweeping = setInterval(() => {
      const { walls, waiting } = meeting.presence;
      const now = meeting.authority.now();
      if ([walls.sweep(now), waiting.sweep(now)].includes(true)) this.#pacer.touch('organizer');
      this.#letGoOfDeaf();
    }, SWEEP).unref();
  }

  /**
   * Lets a socket in as what it is now: since its handshake a pass may have moved, or the meeting gone (I2, I4, A1).
   * @param page its load of a page: an earlier connection of the same one is dead, whatever it looks like
   */
  join(socket: Socket, who: Principal, since: Since | null, page: string | null = null): void {
    if (this.#closed) return void socket.conn.close();
    const { state } = this.#meeting.authority;
    const audience = audienceOf(state, who);
    if (audience === null) return this.dismiss(socket, whyOut(state, who));
    (socket.data as { audience: Audience }).audience = audience;
    this.#noteFork(since);
    const member: Member = { socket, who, audience, page, mine: '', awake: true, line: null };
    this.#members.add(member);
    this.#enter(member, 1);
    // Counted in before the other is counted out, so that nobody sees the phone go.
    // A phone went from Wi-Fi to the cell: its new connection wins at once, over one that may hang for long.
    for (const other of this.#members.earlier(member)) other.socket.conn.close(true);
    if (audience === 'crowd') this.#square.came(member, since);
    else this.catchUp(socket, since);
  }

  /**
   * J1: a client that has followed this meeting under a line that this journal never had was on another hub, which goes on
   * from a copy of it. Ballots may then be on either, so organizers are told; nobody is turned away.
   */
  #noteFork(since: Since | null): void {
    const { authority, presence } = this.#meeting;
    const { id, lines } = authority.state.meeting;
    if (!since || id === '' || !since.journal.startsWith(`${id}-`) || lines.includes(since.journal)) return;
    if (presence.elsewhereAt === null) this.#log.warn({ meeting: id }, 'followed elsewhere');
    presence.elsewhereAt = authority.now();
  }

  /** A client asks for what it lacks since it left, or for everything: it comes in a moment. */
  asks(socket: Socket, since: Since | null): void {
    const member = this.#members.of(socket);
    if (member) this.#asked.ask(member, since);
  }

  #answerView(member: Member, since: Since | null): void {
    try {
      this.catchUp(member.socket, since);
    } catch (error) {
      this.#log.error({ err: error, audience: member.audience }, 'view');
    }
  }

  /** Sends a client what it lacks since it left, or everything, and what is its own. */
  catchUp(socket: Socket, since: Since | null): void {
    const member = this.#members.of(socket);
    if (!member) return;
    const { authority, presence } = this.#meeting;
    const frame = this.#rooms[member.audience].catchUp(
      authority.state,
      presence.live,
      authority.now(),
      since,
    );
    this.#fan.tell(member, packetOf(FRAME, frame));
    member.mine = '';
    this.#sendMine(member);
  }

  /** What a screen says that it shows, for the organizers alone. @returns why it was not taken */
  shows(socket: Socket, shows: Shows): Code | null {
    const member = this.#members.of(socket);
    if (member?.who.kind !== 'device' || member.audience !== 'screen') return 'forbidden';
    const { authority, presence } = this.#meeting;
    const last = this.#rooms.screen.last;
    const changed = presence.walls.report(member.who.session, shows, authority.now(), last);
    if (changed === null) return 'too-many';
    if (changed) this.#pacer.touch('organizer');
    return null;
  }

  /**
   * A wall without a pass asks for the code that it is to show. It stays one of the crowd until a host confirms it.
   * @param from where it comes from, by its address
   */
  pair(socket: Socket, says: { width: number; height: number }, from: From): Paired {
    const member = this.#members.of(socket);
    const { authority, presence } = this.#meeting;
    if (member?.who.kind !== 'device' || member.audience !== 'crowd') return refusal('forbidden');
    const { width, height } = says;
    const { session } = member.who;
    const code = presence.waiting.ask(session, { width, height }, from.kind, from.address, authority.now());
    if (code === null) return refusal('too-many', true);
    this.#pacer.touch('organizer');
    return { ok: true, code };
  }

  /** A host says that the wall with this code is none of his. */
  turnAway(socket: Socket, code: string): Code | null {
    const who = this.#members.of(socket)?.who;
    if (who?.kind !== 'organizer' || !HOSTS.includes(who.role)) return 'forbidden';
    const { authority, presence } = this.#meeting;
    if (!presence.waiting.turnAway(code, authority.now())) return 'pairing-unknown';
    this.#pacer.touch('organizer');
    return null;
  }

  /** A device says whether its page is seen. Told to organizers, written nowhere. */
  awake(socket: Socket, awake: boolean): void {
    const member = this.#members.of(socket);
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
    for (const { socket } of this.#members.all()) socket.conn.close();
    this.close();
  }

  close(): void {
    this.#closed = true;
    this.#stop();
    clearInterval(this.#sweeping);
    if (this.#stirring) clearTimeout(this.#stirring);
    this.#square.stop();
    this.#own.stop();
    this.#asked.stop();
    this.#pacer.close();
  }

  #enter(member: Member, by: 1 | -1): void {
    const { who, audience } = member;
    if (by > 0) this.#members.watch(member);
    else this.#members.leaveOut(member);
    this.#connections[audience].inc(by);
    const { authority, presence } = this.#meeting;
    const session = who.kind === 'device' ? who.session : null;
    presence.count(session, audience, by, authority.now(), member.awake);
    this.#stir();
    if (audience === 'crowd') this.#pacer.touch('screen');
  }

  #letGoOfDeaf(): void {
    for (const { socket, audience } of this.#members.all()) {
      if (unread(socket) <= MOST_UNREAD) continue;
      this.#log.info({ audience }, 'does not read');
      const line = rawLine(socket);
      socket.conn.close(true);
      // A goodbye would wait behind everything that he does not read, and hold it in memory meanwhile.
      line?.destroy();
    }
  }

  /** A connection is gone. */
  leave(socket: Socket): void {
    const member = this.#members.of(socket);
    if (!member) return;
    this.#enter(member, -1);
    this.#members.remove(member);
    this.#behind.drop(member.socket);
  }

  #changed(change: Change): void {
    if (change.passes) this.#recheck();
    for (const audience of AUDIENCES) this.#pacer.touch(audience);
    const touched = change.sessions ?? this.#members.sessions();
    for (const session of touched)
      for (const member of this.#members.ofSession(session))
        if (member.audience === 'crowd') this.#square.soon(member);
        else this.#own.soon(member);
  }

  /** I2, I4: a pass moved or a session was revoked; who may no longer be here is told so and leaves at once. */
  #recheck(): void {
    const { state } = this.#meeting.authority;
    for (const member of this.#members.all()) {
      const audience = audienceOf(state, member.who);
      if (audience === null) this.dismiss(member.socket, whyOut(state, member.who));
      else if (audience !== member.audience) {
        if (member.who.kind === 'device') this.#meeting.presence.waiting.paired(member.who.session);
        this.#enter(member, -1);
        this.#behind.drop(member.socket);
        member.audience = audience;
        (member.socket.data as { audience: Audience }).audience = audience;
        this.#enter(member, 1);
        this.catchUp(member.socket, null);
      }
    }
  }

  /** Who cannot be shown what he is owed, in a turn of the loop of its own, is let go like a lost line; the others are served. */
  #safely(member: Member, work: () => void): void {
    if (!this.#members.has(member)) return;
    try {
      work();
    } catch (error) {
      this.#log.error({ err: error }, 'connection');
      member.socket.conn.close();
    }
  }

  #refresh(some: Member[]): void {
    for (const member of some) this.#safely(member, () => this.#sendMine(member));
  }

  #sendMine(member: Member): void {
    const { authority } = this.#meeting;
    const mine = mineOf(authority.state, member.who);
    if (mine === null) return;
    const text = JSON.stringify(mine);
    if (text === member.mine) return;
    member.mine = text;
    // As `packetOf` would write it down, without doing so twice.
    const { line } = authority.state.meeting;
    const about = `"v":${PROTOCOL},"journal":${JSON.stringify(line)},"to":${authority.state.length}`;
    this.#fan.tell(member, `2["${MINE}",{${about},"now":${authority.now()},"mine":${text}}]`);
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
    if (audience === 'crowd') this.#square.beforeFrame();
    // Nobody is here to see it; who comes is sent everything.
    if (this.#members.watching(audience).size === 0) return;
    try {
      const room = this.#rooms[audience];
      const told = { journal: authority.state.meeting.line, n: room.last.to };
      const frame = room.next(authority.state, presence.live, authority.now());
      if (frame === null) return this.#hold(audience, room.heldUntil);
      this.#pacer.sent(audience);
      this.#figures.frames.inc({ audience });
      const slow = (member: Member) => this.#isSlow(member, told);
      this.#fan.send(this.#members.watching(audience), FRAME, frame, slow);
    } catch (error) {
      // A view that cannot be computed leaves its audience with the last frame; ballots go on being taken.
      this.#log.error({ err: error, audience }, 'frame');
    }
  }

  /**
   * Who has not taken what he was sent is sent no more frames, and is sent once what he lacks when he reads again: on a
   * slow line a large view is never let go and begun anew, and nothing piles up behind it.
   */
  #isSlow(member: Member, told: Since): boolean {
    const { socket, audience } = member;
    const back = () => {
      if (this.#closed || member.audience !== audience || !this.#members.has(member)) return;
      this.#members.watch(member);
      this.catchUp(socket, told.n > 0 ? told : null);
    };
    const slow = this.#behind.add(socket, back);
    if (slow) this.#members.leaveOut(member);
    return slow;
  }

  /** @param until server time in ms at which counts are told that were held back; null where there are none */
  #hold(audience: Audience, until: number | null): void {
    if (until === null) return;
    this.#pacer.touchLater(audience, Math.max(0, until - this.#meeting.authority.now()) + 1);
  }
}
