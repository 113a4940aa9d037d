/**
 * The hub: sockets in, packets out. It checks shapes and knows who a socket is; every rule is the authority's,
 * and where the authority lives is none of its business.
 */
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Server, Socket } from 'socket.io';
import * as v from 'valibot';
import { whyOut, type Principal } from '../assessment/actors.ts';
import { Refusal } from '../assessment/noun.ts';
import { audienceOf } from '../assessment/view.ts';
import { asksOf, type Asked } from './asks.ts';
import { Budget, Voices } from './budget.ts';
import type { Caller } from './caller.ts';
import { Channel } from './channel.ts';
import { speakDirectly } from './direct.ts';
import { overrun } from './flood.ts';
import type { Figures, Log } from './log.ts';
import { looked } from './look.ts';
import { Unreadable, type Meetings, type OpenMeeting } from './meetings.ts';
import {
  COMMAND,
  HelloSchema,
  LOOKED,
  type Code,
  type CommandMessage,
  type Looked,
  type Refused,
  type Reply,
} from './protocol.ts';
import { rawLine } from './raw-line.ts';
import { refusal } from './refusal.ts';
import type { Peer } from './secure.ts';
import { shedRequest } from './shed.ts';
import { principalOf, type SignIn } from './sign-in.ts';
import { openSockets } from './sockets.ts';
import { device, Turned } from './turned.ts';
import { fromOf } from './whereabouts.ts';

export interface HubParts {
  meetings: Meetings;
  signIn: SignIn;
  peerOf(request: IncomingMessage): Peer;
  log: Log;
  figures: Figures;
  /** After how much silence a connection counts as dead, in ms. */
  silence: number;
}

/** A listener that serves many connections: each would have a closure of its own. */
const ofEach = <Said extends unknown[]>(heard: (socket: Socket, ...said: Said) => void) =>
  function (this: Socket, ...said: Said): void {
    heard(this, ...said);
  };

/** Largest message of a device in bytes; an organizer's roster may be larger. */
const DEVICE_MESSAGE = 16_384;

/** How often the hub looks whether its organizers are still signed in, in ms. */
const LOOK_AGAIN = 10_000;

/** Length of a message as JSON. What nests too deep to be written down is as good as endless. */
function sizeOf(raw: unknown): number {
  try {
    return (JSON.stringify(raw) ?? '').length;
  } catch {
    return Infinity;
  }
}

export class Hub {
  readonly io: Server;
  readonly #parts: HubParts;
  readonly #channels = new Map<string, Channel>();
  readonly #looking: NodeJS.Timeout;
  readonly #voices = new Voices();
  readonly #organizers = new Set<Socket>();
  readonly #asks = asksOf({
    command: (caller, message) => this.#command(caller, message),
    look: (caller, secret) => this.#look(caller, secret),
    from: ({ request }) => fromOf(this.#parts.peerOf(request).address, request),
  });
  readonly #heard = ofEach((socket, event: string, raw: unknown, ack: unknown) =>
    this.#hear(socket, event, raw, ack),
  );
  readonly #gone = ofEach((socket) => this.#leave(socket));

  constructor(server: HttpServer, parts: HubParts) {
    this.#parts = parts;
    this.io = openSockets(server, parts.silence, (code) => parts.figures.refused.inc({ code }));
    this.io.use((socket, next) => {
      this.#greet(socket).then(
        () => {
          // That it is in leaves with its first frame.
          (socket.data as Caller).held = rawLine(socket);
          (socket.data as Caller).held?.cork();
          next();
        },
        (error: unknown) => next(this.#turnedAway(error)),
      );
    });
    this.io.on('connection', (socket) => this.#admit(socket));
    this.#looking = setInterval(() => this.lookAgain(), LOOK_AGAIN).unref();
  }

  /** I7: ends the connections of organizers who have signed out, lost their account or have another role now. */
  lookAgain(): void {
    for (const socket of this.#organizers) {
      const caller = socket.data as Caller;
      try {
        if (!this.#welcome(socket, caller, false) || !this.#asHeCame(caller))
          caller.channel.dismiss(socket, 'not-signed-in');
      } catch (error) {
        this.#parts.log.error({ err: error }, 'sign-in');
      }
    }
  }

  /** A1: a meeting went official; its phones and screens follow to the new journal. */
  moved(meeting: string): void {
    this.#channels.get(meeting)?.redial();
    this.#channels.delete(meeting);
  }

  /** Stops taking connections, says goodbye and closes those that are open. */
  async close(): Promise<void> {
    clearInterval(this.#looking);
    for (const channel of this.#channels.values()) channel.close();
    await this.io.close();
  }

  #turnedAway(error: unknown): Error & { data?: unknown } {
    const unreadable = error instanceof Unreadable;
    const code: Code = error instanceof Turned ? error.code : unreadable ? 'data-unreadable' : 'internal';
    if (code === 'internal') this.#parts.log.error({ err: error }, 'handshake');
    this.#parts.figures.refused.inc({ code });
    return Object.assign(new Error(code), { data: { code } });
  }

  async #greet(socket: Socket): Promise<void> {
    const hello = v.safeParse(HelloSchema, socket.handshake.auth);
    if (!hello.success) {
      const version = (socket.handshake.auth as { protocol?: unknown }).protocol;
      throw new Turned(typeof version === 'number' && version !== 1 ? 'protocol-unknown' : 'malformed');
    }
    const { code, session, organizer, token } = hello.output;
    const who = organizer || token !== undefined ? this.#organizer(socket, token) : device(session);
    const { meetings } = this.#parts;
    // Put away: organizers may still look at it. Nobody else opens it, which would write into its journal (J7).
    const row = who.kind === 'device' ? meetings.byCode(code) : null;
    if (row && meetings.archived(row.id)) throw new Turned('meeting-unknown');
    const meeting = await meetings.withCode(code);
    if (!meeting || (row && meetings.archived(row.id))) throw new Turned('meeting-unknown');
    const audience = audienceOf(meeting.authority.state, who);
    if (audience === null) throw new Turned(whyOut(meeting.authority.state, who));
    const channel = this.#channelOf(meeting);
    const came = who.kind === 'organizer' ? who.role : null;
    const caller: Caller = {
      who,
      came,
      token,
      meeting,
      channel,
      audience,
      budget: new Budget(),
      hello: hello.output,
      answered: false,
      held: null,
    };
    Object.assign(socket.data as object, caller);
  }

  #organizer(socket: Socket, token: string | undefined): Principal {
    if (!this.#parts.peerOf(socket.request).secure) throw new Turned('not-secure');
    const organizer = this.#parts.signIn.organizer(socket.request, false, token);
    if (!organizer) throw new Turned('not-signed-in');
    return principalOf(organizer);
  }

  /**
   * Whether he is still signed in, and as what: his rights may be others since. A device's are the authority's to know.
   * While the meeting runs, being connected is an action (I7): no host is signed out in the middle of it.
   */
  #welcome(socket: Socket, caller: Caller, acts: boolean): boolean {
    const { who, token, meeting } = caller;
    if (who.kind !== 'organizer') return true;
    const { phase } = meeting.authority.state.meeting;
    const runs = phase === 'live' || phase === 'paused';
    const organizer = this.#parts.signIn.organizer(socket.request, acts || runs, token);
    if (organizer) caller.who = principalOf(organizer);
    return organizer !== null;
  }

  /** With another role he comes anew, so that his page becomes another too. */
  #asHeCame({ who, came }: Caller): boolean {
    return who.kind !== 'organizer' || who.role === came;
  }

  #channelOf(meeting: OpenMeeting): Channel {
    const known = this.#channels.get(meeting.id);
    if (known) return known;
    const channel = new Channel(meeting, this.#parts.figures, this.#parts.log);
    this.#channels.set(meeting.id, channel);
    return channel;
  }

  /** Who cannot be shown the meeting as it stands is let go like a lost line; the others are served. */
  #admit(socket: Socket): void {
    try {
      this.#serve(socket, socket.data as Caller);
    } catch (error) {
      this.#parts.log.error({ err: error }, 'connection');
      socket.conn.close();
    } finally {
      const caller = socket.data as Caller;
      caller.held?.uncork();
      caller.held = null;
    }
  }

  #serve(socket: Socket, caller: Caller): void {
    const { since = null, page = null, look } = caller.hello ?? {};
    caller.hello = null;
    if (caller.who.kind === 'organizer') this.#organizers.add(socket);
    else shedRequest(socket);
    socket.once('disconnect', this.#gone);
    socket.onAny(this.#heard);
    if (look !== undefined) socket.emit(LOOKED, this.#look(caller, look));
    caller.channel.join(socket, caller.who, since, page);
  }

  #leave(socket: Socket): void {
    this.#organizers.delete(socket);
    (socket.data as Caller).channel.leave(socket);
  }

  #hear(socket: Socket, event: string, raw: unknown, ack: unknown): void {
    const asked = this.#asks.get(event);
    const caller = socket.data as Caller;
    // What asks for nothing is not answered, and counts all the same.
    if (asked === undefined || typeof ack !== 'function') return void this.#hasBreath(socket, caller);
    if (!socket.connected) return;
    if (!caller.answered) speakDirectly(socket);
    caller.answered = true;
    const done = (reply: unknown) => {
      const { ok, code } = reply as Partial<Refused>;
      if (ok === false && code !== undefined) this.#parts.figures.refused.inc({ code });
      (ack as (reply: unknown) => void)(reply);
      if (code === 'not-signed-in') caller.channel.dismiss(socket, 'not-signed-in');
    };
    const reply = this.#checked(socket, caller, asked, raw, event === COMMAND);
    if (reply instanceof Promise) void reply.then(done, (error: unknown) => done(this.#failed(error)));
    else done(reply);
  }

  /** Whether a device may say one thing more; one that goes on all the same is heard later. */
  #hasBreath(socket: Socket, { who, budget }: Caller): boolean {
    if (who.kind !== 'device' || budget.take()) return true;
    overrun(socket);
    return false;
  }

  /** No promise for what is answered at once: thousands may ask in the same instant. */
  #checked(
    socket: Socket,
    caller: Caller,
    { schema, answer }: Asked<unknown>,
    raw: unknown,
    acts: boolean,
  ): unknown {
    if (!this.#hasBreath(socket, caller)) return refusal('too-many', true);
    if (caller.who.kind === 'device' && sizeOf(raw) > DEVICE_MESSAGE) return refusal('too-large');
    const parsed = v.safeParse(schema, raw);
    if (!parsed.success) return refusal('malformed', false, { field: v.getDotPath(parsed.issues[0]) ?? '' });
    try {
      if (!this.#welcome(socket, caller, acts)) return refusal('not-signed-in');
      return answer(socket, caller, parsed.output);
    } catch (error) {
      return this.#failed(error);
    }
  }

  #failed(error: unknown): Refused {
    this.#parts.log.error({ err: error }, 'message');
    return refusal('internal', true);
  }

  #command(caller: Caller, message: CommandMessage): Reply | Promise<Reply> {
    const { id, type, body = {}, until } = message;
    if (!this.#maySpeak(caller, type)) return refusal('too-many', true);
    if (this.#parts.meetings.archived(caller.meeting.id)) return refusal('archived');
    return caller.meeting.authority.submit(caller.who, { id, type, body, until }).then((reply) => {
      if (reply.ok) this.#parts.figures.accepted.inc({ type });
      else {
        this.#parts.log.info({ type, code: reply.code, who: caller.audience }, 'refused');
        if (reply.code === 'pass-unknown') caller.budget.guessed();
      }
      return reply;
    });
  }

  /** The crowd is held to what hands can do; a pass on its way into a phone is none of that. */
  #maySpeak({ who, audience, meeting }: Caller, type: string): boolean {
    if (who.kind !== 'device' || audience !== 'crowd' || type === 'pass.enrol') return true;
    return this.#voices.take(`${meeting.id} ${who.session}`);
  }

  /** I2: what a pass is, before the tap that enrols it. Looking burns nothing. */
  #look(caller: Caller, secret: string): Looked {
    try {
      return looked(caller.meeting.authority.state, caller.who, secret);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'pass-unknown') caller.budget.guessed();
      return refusal(error.code, false, error.detail);
    }
  }
}
