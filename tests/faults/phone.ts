/** An examiner's phone without its page: the product's own connection and outbox, over a real socket. */
import { Manager } from 'socket.io-client';
import type { Scoring } from '../../assessment/sheet.ts';
import type { Stage } from '../../assessment/turns.ts';
import { inMemory, type ItemStore } from '../../web/lib/live/item-store.ts';
import type { SocketLike } from '../../web/lib/live/line.ts';
import { Live } from '../../web/lib/live/live.svelte.ts';
import { Outbox } from '../../web/lib/live/outbox.svelte.ts';
import { offerAgain } from '../../web/lib/phone/again/lost.ts';
import { Seat } from '../../web/lib/phone/seat.svelte.ts';
import type { IssuedPass } from '../rehearsal/host.ts';
import type { Random } from '../support/random.ts';
import type { Seen } from './check.ts';
import type { Delivers, History, Invocation } from './history.ts';
import { until } from './until.ts';

type Hello = () => Record<string, unknown>;
/** How a phone reaches the hub; a scenario may put something of its own in the way. */
export type Reach = (hello: Hello) => SocketLike;

/** As `web/lib/live/dial.ts` does in a browser, which knows the address by itself. */
export const reachAt =
  (url: string): Reach =>
  (hello) =>
    new Manager(url, {
      transports: ['websocket'],
      reconnection: false,
      autoConnect: false,
      forceNew: true,
      timeout: 8000,
    }).socket('/', { auth: (tell) => tell(hello()) });

export interface PhoneParts {
  code: string;
  history: History;
  reach: Reach;
  random: Random;
}

/** A page that keeps its connection: a phone's or a wall's. */
export class Page {
  readonly name: string;
  readonly history: History;
  readonly random: Random;
  live: Live;
  readonly #code: string;
  readonly #reach: Reach;
  readonly #hurrying: NodeJS.Timeout;

  constructor(name: string, { code, history, reach, random }: PhoneParts) {
    this.name = name;
    this.history = history;
    this.random = random;
    this.#code = code;
    this.#reach = reach;
    this.live = this.open();
    // Somebody looks at it all the time: a restart is not sat out in back-off, which the phones' own tests measure.
    this.#hurrying = setInterval(() => this.live.hurry(), 150);
  }

  protected open(): Live {
    const live = new Live({ code: this.#code, as: 'device', seat: this.name }, (hello) => this.#reach(hello));
    this.history.watchLive(this.name, live as unknown as Delivers);
    return live;
  }

  get scope(): string {
    return `${this.#code}.${this.name}`;
  }

  async enrol(secret: string): Promise<void> {
    const reply = await this.live.send('pass.enrol', { secret });
    if (!reply.ok) throw new Error(`${this.name}: ${reply.code}`);
    await until(() => this.live.mine?.way === 'enrolled', `${this.name} to be enrolled`);
  }

  seen(audience: string): Seen {
    const { mineLine: journal, at, slices } = this.live;
    return { name: this.name, audience, journal, at, slices };
  }

  close(): void {
    clearInterval(this.#hurrying);
    this.live.close();
  }
}

export class Phone extends Page {
  readonly pass: IssuedPass;
  outbox: Outbox;
  /** What it keeps over a reload. */
  readonly #store: ItemStore = inMemory();
  gone = false;

  constructor(pass: IssuedPass, parts: PhoneParts) {
    super(pass.id, parts);
    this.pass = pass;
    this.outbox = new Outbox(this.live, this.scope, this.#store);
  }

  /** Whether it is gone, or its rights are (I4). */
  get out(): boolean {
    return this.gone || this.live.refused !== null;
  }

  /** The page is loaded anew; what waits is in the store. */
  reload(): void {
    if (this.out) return;
    this.outbox.close();
    this.live.close();
    this.live = this.open();
    this.outbox = new Outbox(this.live, this.scope, this.#store);
  }

  /** The battery is empty: what was on its way is never asked about again. */
  die(): void {
    this.gone = true;
    this.outbox.close();
    this.close();
  }

  stageOf(unit: string): Stage | undefined {
    return this.live.slices.agenda?.find((row) => row.unit === unit)?.stage;
  }

  /** How many of its ballots for a unit were accepted, as far as it knows (B2). */
  revision(unit: string): number {
    const told = this.live.mine?.ballots.find((one) => one.unit === unit && one.status !== 'late');
    const last = this.lastAccepted(unit);
    const own = last ? (last.body as { replaces: number }).replaces + 1 : 0;
    return Math.max(told?.revision ?? 0, own);
  }

  /** Its last ballot for a unit that was accepted; null where there is none. */
  lastAccepted(unit: string): Invocation | null {
    let last: Invocation | null = null;
    for (const one of this.history.of(this.name)) {
      if (one.type !== 'ballot.submit' || one.result !== 'ok') continue;
      if ((one.body as { unit: string }).unit === unit && one.n > (last?.n ?? 0)) last = one;
    }
    return last;
  }

  /** J1: as its page does whenever something has changed. */
  offersAgain(): void {
    offerAgain(new Seat(this.live, this.outbox));
  }

  /** B1, B2. @returns what became of it, or null where the phone died meanwhile, or lost its rights */
  async score(unit: string): Promise<Invocation | null> {
    await until(() => this.out || this.live.slices.sheet !== undefined, `${this.name} to see the sheet`);
    if (this.out) return null;
    const body = { unit, replaces: this.revision(unit), scores: this.#scores() };
    const { id } = await this.outbox.submit('ballot.submit', body);
    this.history.invoke(this.name, id, 'ballot.submit', body);
    const answered = () => this.history.get(id)?.result !== 'unknown';
    // Heard at once where it comes, so that it can be measured.
    const heard = this.history.answered(id);
    await Promise.race([heard, until(() => this.out || answered(), `an answer to ${this.name}: ${id}`)]);
    const one = this.history.get(id);
    return one?.result === 'unknown' ? null : (one ?? null);
  }

  #scores(): Record<string, number> {
    const sheet = (this.live.slices.sheet as Scoring).sheet.filter((one) => one.by === 'examiners');
    const share = () => 0.6 + this.random.next() * 0.4;
    return Object.fromEntries(
      sheet.map(({ id, full, step }) => [id, Math.floor((full * share()) / step) * step]),
    );
  }
}
