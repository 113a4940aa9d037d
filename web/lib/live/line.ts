/**
 * One connection that comes back by itself. The socket stands behind a few methods, so that tests hand in their own;
 * reconnection is ours because a phone that wakes up must not sit out somebody else's back-off.
 */
import { BYE, type Bye, type Code } from '../../../realtime/protocol-names.ts';
import { backOff } from './back-off.ts';

export interface SocketLike {
  readonly connected: boolean;
  connect(): unknown;
  disconnect(): unknown;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each event names the data of its own
  on(event: string, listener: (...args: any[]) => void): unknown;
  emit(event: string, message: unknown, ack: (answer: unknown) => void): unknown;
}

export type LineState = 'connecting' | 'online' | 'offline' | 'refused';

/** The line will not come back: refused by the server, or closed with the page. */
export class LineEnded extends Error {
  override name = 'LineEnded';
  readonly code: Code | null;
  constructor(code: Code | null) {
    super(code ?? 'closed');
    this.code = code;
  }
}

/** Refusals of a connection that pass by themselves. */
const PASSING: readonly Code[] = ['busy', 'retry', 'too-many', 'internal', 'disk', 'data-unreadable'];

/** Several events tell of one awakening; one attempt is enough for them. In ms. */
const HURRY = 1500;
/** An attempt that ends in nothing, not even an error, is given up after so long. In ms. */
const ATTEMPT = 10_000;
/** From then on a question without an answer is called slow, so that nobody reads “connected” meanwhile. In ms. */
const SLOW = 3000;

interface Waiter {
  resolve: () => void;
  reject: (error: LineEnded) => void;
}

export class Line {
  state: LineState = 'connecting';
  ended: LineEnded | null = null;
  readonly #socket: SocketLike;
  readonly #changed: (state: LineState, code: Code | null) => void;
  readonly #slowed: (slow: boolean) => void;
  #tries = 0;
  /** When it was tried last, and whether that is still under way. */
  #dialled = -Infinity;
  #dialling = false;
  /** The next try has been put forward already. */
  #soon = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: Waiter[] = [];
  /** Questions that a break of the line answers with nothing. */
  #asked = new Set<() => void>();
  /** Those of them that have waited for long. */
  #dragging = new Set<() => void>();

  constructor(
    socket: SocketLike,
    changed: (state: LineState, code: Code | null) => void,
    slowed: (slow: boolean) => void = () => undefined,
  ) {
    this.#socket = socket;
    this.#changed = changed;
    this.#slowed = slowed;
    socket.on('connect', () => this.#opened());
    socket.on('disconnect', () => this.#lost());
    socket.on('connect_error', (error?: { data?: { code?: Code } }) => this.#failed(error?.data?.code));
    socket.on(BYE, (bye?: Partial<Bye>) => this.#said(bye?.code ?? 'internal'));
  }

  open(): void {
    this.#dial();
  }

  /** Tries at once, whatever the back-off says: somebody looks at the phone, or asks for it. */
  hurry(): void {
    if (this.ended || this.#socket.connected || this.#isFresh()) return;
    this.#tries = 0;
    this.#dial();
  }

  /** Tries soon: the network is back, maybe that of a whole hall. Several events that tell of it count as one. */
  hurrySpread(): void {
    if (this.ended || this.#socket.connected) return;
    const waits = this.#soon || this.#isFresh();
    this.#tries = 0;
    if (waits) return;
    this.#later();
    this.#soon = true;
  }

  /** Gives the connection up and makes a new one: something that should have been answered was not. */
  renew(): void {
    if (this.ended) return;
    this.#socket.disconnect();
    if (this.state === 'online') this.#lost();
  }

  /** Resolves once connected. @throws LineEnded */
  online(): Promise<void> {
    if (this.ended) return Promise.reject(this.ended);
    if (this.state === 'online') return Promise.resolve();
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** The answer, or null where the line broke first or nothing came within `timeout` ms; then the line is renewed. */
  ask(event: string, message: unknown, timeout: number): Promise<unknown> {
    if (this.ended || !this.#socket.connected) return Promise.resolve(null);
    return new Promise((resolve) => {
      const broken = () => settle(null);
      const timer = setTimeout(() => {
        settle(null);
        this.renew();
      }, timeout);
      const dragging = setTimeout(() => this.#drags(broken, true), SLOW);
      const settle = (answer: unknown) => {
        clearTimeout(timer);
        clearTimeout(dragging);
        this.#asked.delete(broken);
        this.#drags(broken, false);
        resolve(answer ?? null);
      };
      this.#asked.add(broken);
      this.#socket.emit(event, message, settle);
    });
  }

  /** Comes back after all: what it was refused for has been put right, such as a sign-in that had run out. */
  again(): void {
    if (this.ended?.code == null) return;
    this.ended = null;
    this.#tries = 0;
    this.#set('connecting');
    this.#dial();
  }

  /** Says something that needs no answer, where there is a line; a break of it loses nothing. */
  tell(event: string, message: unknown): void {
    if (!this.ended && this.#socket.connected) this.#socket.emit(event, message, () => undefined);
  }

  close(): void {
    this.#end(new LineEnded(null));
  }

  #drags(question: () => void, on: boolean): void {
    const before = this.#dragging.size > 0;
    if (on) this.#dragging.add(question);
    else this.#dragging.delete(question);
    if (this.#dragging.size > 0 !== before) this.#slowed(!before);
  }

  /** Whether an attempt is under way that has not had its time yet. */
  #isFresh(): boolean {
    return this.#dialling && performance.now() - this.#dialled < HURRY;
  }

  #opened(): void {
    this.#dialling = false;
    clearTimeout(this.#timer);
    this.#tries = 0;
    this.#set('online');
    for (const { resolve } of this.#waiting.splice(0)) resolve();
  }

  #lost(): void {
    for (const broken of [...this.#asked]) broken();
    if (this.ended) return;
    this.#set('offline');
    this.#later();
  }

  #failed(code: Code | undefined): void {
    if (this.ended) return;
    if (code !== undefined && !PASSING.includes(code)) return this.#end(new LineEnded(code));
    this.#set('offline');
    this.#later();
  }

  #said(code: Code): void {
    if (PASSING.includes(code)) return this.renew();
    this.#end(new LineEnded(code));
  }

  #later(): void {
    this.#dialling = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#dial(), backOff(this.#tries++));
  }

  #dial(): void {
    clearTimeout(this.#timer);
    if (this.ended || this.#socket.connected) return;
    this.#dialled = performance.now();
    this.#dialling = true;
    this.#soon = false;
    // An attempt that hangs on a dead network is dropped for a new one.
    this.#socket.disconnect();
    this.#socket.connect();
    this.#timer = setTimeout(() => this.#failed(undefined), ATTEMPT);
  }

  #end(ended: LineEnded): void {
    if (this.ended) return;
    this.ended = ended;
    clearTimeout(this.#timer);
    this.#socket.disconnect();
    this.#lost();
    if (ended.code !== null) this.#set('refused', ended.code);
    for (const { reject } of this.#waiting.splice(0)) reject(ended);
  }

  #set(state: LineState, code: Code | null = null): void {
    this.state = state;
    this.#changed(state, code);
  }
}
