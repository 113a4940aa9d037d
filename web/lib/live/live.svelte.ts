/** What a page knows of a meeting, kept up to date over one connection. The only door to the hub. */
import type { CommandBody, CommandType } from '../../../assessment/decide.ts';
import type { Audience, MineView, Slices } from '../../../assessment/view.ts';
import {
  AWAKE,
  COMMAND,
  FRAME,
  LOOK,
  LOOKED,
  MINE,
  PROTOCOL,
  SYNC,
  type Code,
  type Frame,
  type Looked,
  type Mine,
  type Refused,
  type Reply,
  type Since,
} from '../../../realtime/protocol-names.ts';
import { withFrame } from '../../../realtime/protocol-patch.ts';
import { backOff } from './back-off.ts';
import { dialHub, type Dial } from './dial.ts';
import { takeEarly } from './early.ts';
import { LastSeen, type Seen } from './last-frame.ts';
import { fit } from './frames.ts';
import { Line, LineEnded, type LineState } from './line.ts';
import { newSecret } from './secret.ts';
import { ServerClock } from './server-clock.ts';
import { sessionSecret } from './session.ts';
import { watchWake } from './wake.ts';

export interface LiveOptions {
  code: string;
  as: 'device' | 'organizer';
  /** A name for a second session in the same browser, such as a screen's. */
  seat?: string;
  /** I2: the secret of a pass that is looked at; the handshake asks for it. */
  look?: string;
}

/** A command as it stands until it is answered; the id is what makes sending it again harmless (J2). */
export interface Order {
  id: string;
  type: CommandType;
  body: unknown;
  /** Server time (ms) after which it shall do nothing. */
  until?: number;
}

/** How long an answer to a command may take before the line counts as dead, in ms; up to a third more, so that phones differ. */
const ACK = 6000;
const SYNC_ACK = 5000;
/** How long the answer to what a handshake asked may come behind it, in ms. */
const LOOKED_BEHIND = 1500;
/** The same where the network has just changed, and the line is likely to be gone with the old one. */
const CHANGED_ACK = 3000;
const STALE = 5000;
const TICK = 250;
/** Who slept for longer asks whether the line is still there. In ms. */
const NAP = 10_000;

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const isFrame = (answer: unknown): answer is Frame =>
  typeof answer === 'object' && answer !== null && 'to' in answer;

const isLater = (answer: unknown): boolean => (answer as Partial<Refused> | null)?.retry === true;

export class Live {
  slices = $state.raw<Partial<Slices>>({});
  mine = $state.raw<MineView | null>(null);
  audience = $state.raw<Audience | null>(null);
  line = $state.raw<LineState>('connecting');
  refused = $state.raw<Code | null>(null);
  at = $state.raw(0);
  /** Something that was sent has waited for its answer for long, though the line seems to be there. */
  slow = $state.raw(false);
  stale = $state.raw(false);
  tick = $state.raw(0);
  /** The number up to which `mine` is known to be true. */
  mineAt = $state.raw(0);
  /** The line of the journal that `mine` is of: with a restore it gets another (J1). */
  mineLine = $state.raw('');
  /** Server time of what is shown where it is only remembered from the last visit; null once the hub has spoken. */
  old = $state.raw<number | null>(null);

  readonly code: string;
  readonly #clock = new ServerClock();
  readonly #line: Line;
  #journal: string | null = null;
  #syncing = false;
  /** The highest number that was announced; a sync that ends below it asks once more. */
  #announced = 0;
  readonly #isDevice: boolean;
  /** Whether the handshake asks what a pass is, and the answer. */
  #asked: boolean;
  #looked: Looked | null = null;
  #told!: (looked: Looked) => void;
  readonly #answered = new Promise<void>((done) => {
    this.#told = (looked) => {
      this.#looked = looked;
      done();
    };
  });
  #last: LastSeen | null = null;
  #seen = true;
  #ticker: ReturnType<typeof setInterval> | undefined;
  #staleTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #unwatch: () => void;

  constructor({ code, as, seat, look }: LiveOptions, dial: Dial = dialHub) {
    this.code = code;
    this.#isDevice = as === 'device';
    this.#asked = look !== undefined;
    const early = this.#isDevice && seat === undefined ? takeEarly(code) : null;
    const who = () => (as === 'organizer' ? { organizer: true } : { session: sessionSecret(code, seat) });
    // The hub lets go of this page's connection before, which may be half-open.
    const page = early?.hello.page ?? newSecret();
    const socket = dial(
      () => ({
        protocol: PROTOCOL,
        code,
        page,
        ...who(),
        ...(this.#since() ? { since: this.#since() } : {}),
        ...(this.#looked === null ? { look } : {}),
      }),
      early,
    );
    this.#line = new Line(
      socket,
      (state, refused) => this.#moved(state, refused),
      (slow) => (this.slow = slow),
    );
    socket.on(FRAME, (frame: Frame) => this.#take(frame));
    socket.on(MINE, (mine: Mine) => this.#takeMine(mine));
    socket.on(LOOKED, (looked: Looked) => this.#told(looked));
    this.#unwatch = watchWake({
      woke: (slept) => this.#woke(slept),
      changed: () => this.#networkChanged(),
      shown: (visible) => this.#shown(visible),
    });
    this.#seen = typeof document === 'undefined' || document.visibilityState === 'visible';
    this.#run(this.#seen);
    this.#line.open();
  }

  /** From here on what is shown is kept on this phone, for a start without a line. */
  remember(): void {
    this.#last ??= new LastSeen(this.code, (last) => this.#recall(last));
    this.#saw();
  }

  /** Server time in ms. */
  now(): number {
    return this.#clock.now();
  }

  /**
   * For organizers and one-off things: held in memory and sent again with the same id until it is answered.
   * `patience` (ms): what did not arrive in that time is never done, and the answer says so.
   */
  async send<T extends CommandType>(type: T, body: CommandBody<T>, patience?: number): Promise<Reply> {
    const until = patience === undefined ? {} : { until: Math.round(this.now() + patience) };
    try {
      return await this.deliver({ id: newSecret(), type, body, ...until });
    } catch (error) {
      if (!(error instanceof LineEnded)) throw error;
      return { ok: false, code: error.code ?? 'busy', detail: {}, retry: false };
    }
  }

  /** Sends an order until its answer is final; `under` says when it is on its way. @throws LineEnded */
  async deliver(
    { id, type, body, until }: Order,
    under: (way: boolean) => void = () => undefined,
  ): Promise<Reply> {
    for (let tries = 0; ; tries++) {
      await this.#line.online();
      under(true);
      const reply = (await this.#line.ask(
        COMMAND,
        { v: PROTOCOL, id, type, body, ...(until === undefined ? {} : { until }) },
        ACK + Math.random() * 2000,
      )) as Reply | null;
      if (reply && (reply.ok || !reply.retry)) return reply;
      under(false);
      if (this.#line.ended) throw this.#line.ended;
      // A line that broke has a wait of its own; a server that asks for patience is given it.
      await wait(backOff(reply ? tries : 0));
    }
  }

  /** I2: what a pass is, without enrolling it. */
  async look(secret: string): Promise<Looked> {
    for (let tries = 0; ; tries++) {
      try {
        await this.#line.online();
      } catch (error) {
        return { ok: false, code: (error as LineEnded).code ?? 'busy', detail: {}, retry: false };
      }
      // What the handshake asked is answered right behind it.
      if (this.#asked) await Promise.race([this.#answered, wait(LOOKED_BEHIND)]);
      this.#asked = false;
      if (this.#looked) return this.#looked;
      const looked = (await this.#line.ask(LOOK, { v: PROTOCOL, secret }, ACK)) as Looked | null;
      if (looked && (looked.ok || !looked.retry)) return looked;
      await wait(backOff(tries));
    }
  }

  /** What is no command and may be lost, such as what a screen shows; null without an answer, and then the line is renewed. */
  ask(event: string, message: object): Promise<unknown> {
    return this.#line.ask(event, { v: PROTOCOL, ...message }, ACK);
  }

  /** Tries to connect at once. */
  hurry(): void {
    this.#line.hurry();
  }

  /** Connects once more where the hub had refused to. */
  again(): void {
    this.#line.again();
  }

  close(): void {
    this.#unwatch();
    this.#run(false);
    clearTimeout(this.#staleTimer);
    this.#last?.close();
    this.#line.close();
  }

  #since(): Since | undefined {
    return this.#journal === null ? undefined : { journal: this.#journal, n: this.at };
  }

  #moved(state: LineState, refused: Code | null): void {
    if (state === 'online') this.#syncing = false;
    this.line = state;
    this.refused = refused;
    if (refused === 'revoked' || refused === 'pass-moved') this.#last?.forget();
    if (state === 'online') {
      // A new connection counts as seen.
      if (!this.#seen) this.#tellSeen();
      clearTimeout(this.#staleTimer);
      this.#staleTimer = undefined;
      this.stale = false;
    } else {
      // Counted from the break: every try that fails says `offline` again.
      this.#staleTimer ??= setTimeout(() => (this.stale = true), STALE);
    }
  }

  #take(frame: Frame): void {
    this.#clock.sample(frame.now);
    const have =
      this.#journal !== null && this.audience
        ? { journal: this.#journal, n: this.at, audience: this.audience }
        : null;
    const fitting = fit(have, frame);
    if (fitting === 'ignore') return;
    if (fitting === 'ask') {
      this.#announced = frame.to;
      void this.#sync(have !== null && fit(have, { ...frame, from: have.n, to: have.n }) === 'apply');
      return;
    }
    this.#journal = frame.journal ?? this.#journal;
    this.audience = frame.audience ?? this.audience;
    this.slices = withFrame(this.slices, frame);
    this.at = frame.to;
    this.old = null;
    this.#beat();
    this.#saw();
  }

  #takeMine({ mine, journal, to, now }: Mine): void {
    this.#clock.sample(now);
    if (this.mineLine === journal && to < this.mineAt) return;
    this.mineLine = journal;
    this.mineAt = to;
    this.mine = mine;
    this.#saw();
  }

  #saw(): void {
    const { slices, mine } = this;
    if (mine && slices.meeting) this.#last?.saw({ slices, mine, at: this.#clock.now() });
  }

  /** Nothing of it is told to the hub, so all of it comes anew; clocks stand still until then. */
  #recall({ slices, mine, at }: Seen): void {
    if (this.#journal !== null || this.mine) return;
    this.#clock.sample(at);
    Object.assign(this, { slices, mine, old: at, tick: at });
  }

  async #sync(keeps: boolean, patience = SYNC_ACK): Promise<void> {
    if (this.#syncing) return;
    this.#syncing = true;
    const since = keeps ? (this.#since() ?? null) : null;
    const answer = await this.#line.ask(SYNC, { v: PROTOCOL, since }, patience);
    const later = isLater(answer);
    // Who asked too often is told so, and would ask at once again.
    if (later) await wait(backOff(1));
    this.#syncing = false;
    if (answer === null) return;
    if (later) return void this.#sync(keeps, patience);
    // The frame stands in the answer or came right before it.
    if (isFrame(answer)) this.#take(answer);
    const behind = this.at < this.#announced;
    this.#announced = 0;
    if (behind) void this.#sync(true);
  }

  /** A phone that slept may hold a dead connection that looks alive: ask something. */
  #woke(slept: number): void {
    this.#line.hurry();
    if (this.#line.state === 'online' && slept > NAP) void this.#sync(true);
  }

  /** From Wi-Fi to the cell: what looks alive may be the line of a network that is gone. */
  #networkChanged(): void {
    this.#line.hurrySpread();
    if (this.#line.state === 'online') void this.#sync(true, CHANGED_ACK);
  }

  #shown(visible: boolean): void {
    this.#seen = visible;
    this.#run(visible);
    this.#tellSeen();
  }

  /** The organizers see who has his phone in his pocket. */
  #tellSeen(): void {
    if (this.#isDevice) this.#line.tell(AWAKE, { v: PROTOCOL, awake: this.#seen });
  }

  #run(visible: boolean): void {
    clearInterval(this.#ticker);
    if (!visible) return;
    this.#beat();
    this.#ticker = setInterval(() => this.#beat(), TICK);
  }

  #beat(): void {
    if (this.old === null) this.tick = this.#clock.now();
  }
}

export const openLive = (options: LiveOptions): Live => new Live(options);
