import type { MineView } from '../../assessment/view.ts';
import type { Frame, Mine, Reply } from '../../realtime/protocol-names.ts';
import type { SocketLike } from '../../web/lib/live/line.ts';

type Listener = (...args: never[]) => void;
export interface Sent {
  event: string;
  message: { id?: string; type?: string; body?: unknown; since?: unknown };
  ack: (answer: unknown) => void;
}

/** A socket that connects when it is told to, and a server that answers when it is told to. */
export class FakeSocket implements SocketLike {
  connected = false;
  /** How often a connection was asked for. */
  dialled = 0;
  sent: Sent[] = [];
  readonly #listeners = new Map<string, Listener[]>();

  on(event: string, listener: Listener): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }
  emit(event: string, message: Sent['message'], ack: Sent['ack']): void {
    this.sent.push({ event, message, ack });
  }
  connect(): void {
    this.dialled += 1;
  }
  disconnect(): void {
    if (this.connected) this.drop();
  }

  say(event: string, ...args: unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? [])
      (listener as (...all: unknown[]) => void)(...args);
  }
  open(): void {
    this.connected = true;
    this.say('connect');
  }
  drop(): void {
    this.connected = false;
    this.say('disconnect', 'transport close');
  }
  fail(code?: string): void {
    this.say('connect_error', code === undefined ? new Error('websocket error') : { data: { code } });
  }
  of(event: string): Sent[] {
    return this.sent.filter((one) => one.event === event);
  }
  last(event: string): Sent {
    const found = this.of(event).pop();
    if (!found) throw new Error(`no ${event} was sent`);
    return found;
  }
}

export const frame = (over: Partial<Frame>): Frame => ({
  v: 1,
  journal: 'j1',
  audience: 'examiner',
  from: null,
  to: 1,
  now: 1_000_000,
  slices: {},
  ...over,
});

export const mine = (to: number, over: Partial<MineView>, journal = 'j1'): Mine => ({
  v: 1,
  journal,
  to,
  now: 1_000_000,
  mine: {
    way: 'crowd',
    pass: null,
    guest: null,
    papers: [],
    recused: [],
    ballots: [],
    ratings: {},
    questions: [],
    evidence: [],
    deck: null,
    promises: [],
    team: null,
    supports: [],
    votes: {},
    hand: false,
    help: null,
    waits: false,
    ...over,
  },
});

export const accepted = (over: Partial<Extract<Reply, { ok: true }>> = {}): Reply => ({
  ok: true,
  n: 7,
  receipt: null,
  repeated: false,
  ...over,
});

export const refused = (code: Extract<Reply, { ok: false }>['code'], retry = false): Reply => ({
  ok: false,
  code,
  detail: {},
  retry,
});
