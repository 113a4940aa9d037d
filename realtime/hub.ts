/**
 * The hub: sockets in, packets out. It checks shapes and knows who a socket is; every rule is the authority's,
 * and where the authority lives is none of its business.
 */
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import * as v from 'valibot';
import { whyOut, type OrganizerRole, type Principal } from '../assessment/actors.ts';
import { Refusal } from '../assessment/noun.ts';
import { audienceOf, type Audience } from '../assessment/view.ts';
import { Budget, Voices } from './budget.ts';
import { Channel } from './channel.ts';
import type { Figures, Log } from './log.ts';
import { looked } from './look.ts';
import { Unreadable, type Meetings, type OpenMeeting } from './meetings.ts';
import {
  AWAKE,
  AwakeSchema,
  COMMAND,
  CommandSchema,
  HelloSchema,
  LOOK,
  LOOKED,
  LookSchema,
  PAIR,
  PairSchema,
  SHOWS,
  ShowsSchema,
  SYNC,
  SyncSchema,
  TURN_AWAY,
  TurnAwaySchema,
  type Code,
  type Looked,
  type Refused,
  type Reply,
} from './protocol.ts';
import { refusal } from './refusal.ts';
import { sameOrigin, type Peer } from './secure.ts';
import { principalOf, type SignIn } from './sign-in.ts';
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

/** What a connection is, once its handshake was good. */
interface Caller {
  who: Principal;
  /** The role with which an organizer came. */
  came: OrganizerRole | null;
  /** An organizer's, where he came with one. */
  token: string | undefined;
  meeting: OpenMeeting;
  channel: Channel;
  audience: Audience;
  budget: Budget;
}

/** Largest message of a device in bytes; an organizer's roster may be larger, up to the server's own limit. */
const DEVICE_MESSAGE = 16_384;
const ANY_MESSAGE = 2_000_000;

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

  constructor(server: HttpServer, parts: HubParts) {
    this.#parts = parts;
    this.io = new Server(server, {
      serveClient: false,
      perMessageDeflate: false,
      maxHttpBufferSize: ANY_MESSAGE,
      // Both ends give the line up after this much silence: the hub a phone, the phone a hub.
      pingInterval: Math.round((parts.silence * 4) / 7),
      pingTimeout: Math.round((parts.silence * 3) / 7),
      // Websockets are not bound by the browser's same-origin rule; a cookie must not work from a foreign page.
      allowRequest: (request, decide) => decide(sameOrigin(request) ? null : 'origin', sameOrigin(request)),
    });
    // Turned away before there is a socket: a foreign origin, or no handshake at all.
    this.io.engine.on('connection_error', ({ message }: { message: string }) => {
      parts.figures.refused.inc({ code: message === 'Forbidden' ? 'origin' : 'malformed' });
    });
    this.io.use((socket, next) => {
      this.#greet(socket).then(
        () => next(),
        (error: unknown) => next(this.#turnedAway(error)),
      );
    });
    this.io.on('connection', (socket) => this.#admit(socket));
    this.#looking = setInterval(() => this.lookAgain(), LOOK_AGAIN).unref();
  }

  /** I7: ends the connections of organizers who have signed out, lost their account or have another role now. */
  lookAgain(): void {
    for (const socket of this.io.sockets.sockets.values()) {
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
    const peer = this.#parts.peerOf(socket.request);
    const who = organizer || token !== undefined ? this.#organizer(socket, peer, token) : device(session);
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
    const caller: Caller = { who, came, token, meeting, channel, audience, budget: new Budget() };
    Object.assign(socket.data as object, caller);
  }

  #organizer(socket: Socket, peer: Peer, token: string | undefined): Principal {
    if (!peer.secure) throw new Turned('not-secure');
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
    const channel = new Channel(this.io, meeting, this.#parts.figures, this.#parts.log);
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
    }
  }

  #serve(socket: Socket, caller: Caller): void {
    const { since = null, page = null, look } = v.parse(HelloSchema, socket.handshake.auth);
    if (look !== undefined) socket.emit(LOOKED, this.#look(caller, look));
    caller.channel.join(socket, caller.who, since, page);
    const on = <T>(
      event: string,
      schema: v.GenericSchema<unknown, T>,
      answer: (body: T) => Promise<unknown>,
    ) => {
      socket.on(event, (raw: unknown, ack: unknown) => {
        if (typeof ack !== 'function') return;
        void this.#answer(socket, caller, schema, raw, answer, event === COMMAND).then((reply) => {
          (ack as (reply: unknown) => void)(reply);
          if ((reply as Partial<Refused>).code === 'not-signed-in')
            caller.channel.dismiss(socket, 'not-signed-in');
        });
      });
    };
    on(COMMAND, CommandSchema, (message) => this.#command(caller, message));
    on(SYNC, SyncSchema, async ({ since: from }) => {
      // A whole view is the dearest thing that can be asked for, and an organizer's is the largest: nobody asks without end.
      if (caller.who.kind === 'organizer') caller.budget.take();
      if (!caller.budget.view()) return refusal('too-many', true);
      caller.channel.catchUp(socket, from);
      return { ok: true };
    });
    on(LOOK, LookSchema, ({ secret }) => Promise.resolve(this.#look(caller, secret)));
    on(AWAKE, AwakeSchema, async ({ awake }) => {
      caller.channel.awake(socket, awake);
      return { ok: true };
    });
    on(SHOWS, ShowsSchema, async (shows) => {
      const code = caller.channel.shows(socket, shows);
      return code === null ? { ok: true } : refusal(code, code === 'too-many');
    });
    on(PAIR, PairSchema, async (says) =>
      caller.channel.pair(socket, says, fromOf(this.#parts.peerOf(socket.request).address, socket.request)),
    );
    on(TURN_AWAY, TurnAwaySchema, async ({ code }) => {
      const no = caller.channel.turnAway(socket, code);
      return no === null ? { ok: true } : refusal(no);
    });
  }

  async #answer<T>(
    socket: Socket,
    caller: Caller,
    schema: v.GenericSchema<unknown, T>,
    raw: unknown,
    answer: (body: T) => Promise<unknown>,
    acts: boolean,
  ): Promise<unknown> {
    const reply = await this.#checked(socket, caller, schema, raw, answer, acts);
    const { ok, code } = reply as Partial<Refused>;
    if (ok === false && code !== undefined) this.#parts.figures.refused.inc({ code });
    return reply;
  }

  async #checked<T>(
    socket: Socket,
    caller: Caller,
    schema: v.GenericSchema<unknown, T>,
    raw: unknown,
    answer: (body: T) => Promise<unknown>,
    acts: boolean,
  ): Promise<unknown> {
    if (caller.who.kind === 'device' && !caller.budget.take()) return refusal('too-many', true);
    if (caller.who.kind === 'device' && sizeOf(raw) > DEVICE_MESSAGE) return refusal('too-large');
    const parsed = v.safeParse(schema, raw);
    if (!parsed.success) return refusal('malformed', false, { field: v.getDotPath(parsed.issues[0]) ?? '' });
    try {
      if (!this.#welcome(socket, caller, acts)) return refusal('not-signed-in');
      return await answer(parsed.output);
    } catch (error) {
      this.#parts.log.error({ err: error }, 'message');
      return refusal('internal', true);
    }
  }

  async #command(
    caller: Caller,
    message: { id: string; type: string; body?: unknown; until?: number | undefined },
  ): Promise<Reply> {
    const { id, type, body = {}, until } = message;
    if (!this.#maySpeak(caller, type)) return refusal('too-many', true);
    if (this.#parts.meetings.archived(caller.meeting.id)) return refusal('archived');
    const reply = await caller.meeting.authority.submit(caller.who, { id, type, body, until });
    if (reply.ok) this.#parts.figures.accepted.inc({ type });
    else {
      this.#parts.log.info({ type, code: reply.code, who: caller.audience }, 'refused');
      if (reply.code === 'pass-unknown') caller.budget.guessed();
    }
    return reply;
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
