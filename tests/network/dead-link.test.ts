import { setMaxListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Live } from '../../web/lib/live/live.svelte.ts';
import { seeded } from '../support/random.ts';
import { accepted, FakeSocket, frame } from '../web/fakes.ts';

let socket: FakeSocket;
let live: Live;

beforeEach(() => {
  vi.useFakeTimers({ now: 500_000 });
  socket = new FakeSocket();
  live = new Live({ code: '123456', as: 'device' }, () => socket);
  socket.open();
  socket.say('frame', frame({ to: 4 }));
});
afterEach(() => {
  live.close();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Milliseconds until something is so, to the tenth of a second. */
async function until(holds: () => boolean): Promise<number> {
  const began = performance.now();
  while (!holds() && performance.now() - began < 60_000) await vi.advanceTimersByTimeAsync(100);
  return performance.now() - began;
}

describe('a dead link that looks alive', () => {
  test('is found within 10 s while something is unsent, whatever the dice say', async () => {
    for (const dice of [0, 0.5, 0.999]) {
      vi.spyOn(Math, 'random').mockReturnValue(dice);
      void live.send('hand.raise', { on: true });
      const took = await until(() => live.line === 'offline');
      expect(took).toBeGreaterThanOrEqual(6000);
      expect(took).toBeLessThanOrEqual(8200);
      await until(() => socket.dialled > 1);
      socket.open();
      socket.last('command').ack(accepted());
      vi.restoreAllMocks();
    }
  });

  test('is not called connected for more than 3 s meanwhile, and is again when the answer comes', async () => {
    void live.send('hand.raise', { on: true });
    expect([live.line, live.slow]).toEqual(['online', false]);
    expect(await until(() => live.slow)).toBeLessThanOrEqual(3100);
    socket.last('command').ack(accepted());
    expect([live.line, live.slow]).toEqual(['online', false]);
  });

  test('a break of the line ends the slowness with the question', async () => {
    void live.send('hand.raise', { on: true });
    await until(() => live.slow);
    socket.drop();
    expect([live.line, live.slow]).toEqual(['offline', false]);
  });

  test('an attempt that ends in nothing at all is made again', async () => {
    socket.drop();
    await until(() => socket.dialled === 2);
    expect(await until(() => socket.dialled === 3)).toBeLessThanOrEqual(11_600);
  });

  test('what waited for the line is sent at once when it is back, however long that took', async () => {
    const sent = live.send('hand.raise', { on: true });
    await until(() => live.line === 'offline');
    await vi.advanceTimersByTimeAsync(600_000);
    socket.open();
    await vi.advanceTimersByTimeAsync(0);
    expect(socket.of('command').length).toBe(2);
    expect(new Set(socket.of('command').map(({ message }) => message.id)).size).toBe(1);
    socket.last('command').ack(accepted());
    expect(await sent).toEqual(accepted());
  });
});

interface Spread {
  came: number;
  /** The most that came within 100 ms. */
  busiest: number;
  /** How long it took until all were back, ms. */
  all: number;
}

/** A hall of phones at one hub. */
class Hall {
  /** When each connection was asked for, in ms. */
  readonly knocks: number[] = [];
  readonly arrivals: number[] = [];
  readonly lives: Live[] = [];
  readonly sockets: FakeSocket[] = [];
  up = true;

  constructor(phones: number) {
    for (let phone = 0; phone < phones; phone += 1) this.#enter();
  }

  #enter(): void {
    const one = new FakeSocket();
    one.connect = () => {
      this.knocks.push(performance.now());
      queueMicrotask(() => (this.up ? (this.arrivals.push(performance.now()), one.open()) : one.fail()));
    };
    this.sockets.push(one);
    this.lives.push(new Live({ code: '123456', as: 'device' }, () => one));
  }

  /** All lines break in the same instant. */
  drop(): void {
    this.arrivals.length = 0;
    for (const one of this.sockets) one.drop();
  }

  /**
   * The hub is away for so long (ms) and there again; then 20 s go by.
   * @param said what their browsers say in that instant
   */
  async outage(long: number, said: () => unknown = () => undefined): Promise<Spread> {
    this.up = false;
    this.drop();
    await vi.advanceTimersByTimeAsync(long);
    const began = performance.now();
    this.up = true;
    said();
    return this.spread(began);
  }

  /** How they came in the 20 s from `since` (ms). */
  async spread(since: number): Promise<Spread> {
    await vi.advanceTimersByTimeAsync(20_000);
    const at = [...this.arrivals].sort((a, b) => a - b);
    const busiest = Math.max(
      ...at.map((one) => at.filter((other) => other >= one && other < one + 100).length),
    );
    return { came: at.length, busiest, all: Math.round((at.at(-1) ?? NaN) - since) };
  }

  close(): void {
    for (const one of this.lives) one.close();
  }
}

describe('a hall of 300 phones', () => {
  let hall: Hall;
  let browser: EventTarget;
  beforeEach(async () => {
    browser = new EventTarget();
    setMaxListeners(0, browser);
    vi.stubGlobal('window', browser);
    const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
    setMaxListeners(0, document);
    vi.stubGlobal('document', document);
    const dice = seeded(300);
    vi.spyOn(Math, 'random').mockImplementation(() => dice.next());
    hall = new Hall(300);
    await vi.advanceTimersByTimeAsync(0);
  });
  afterEach(() => {
    hall.close();
    vi.unstubAllGlobals();
  });

  test('the hub lets go of all of them and is there: they come over 1.3 s', async () => {
    const began = performance.now();
    hall.drop();
    const spread = await hall.spread(began);
    expect(spread.came).toBe(300);
    expect(spread.busiest).toBeLessThanOrEqual(40);
    expect(spread.all).toBeLessThanOrEqual(1500);
  });

  test('the hub is away for 2.5 s: they come over seconds, and all are back', async () => {
    const spread = await hall.outage(2500);
    expect(spread.came).toBe(300);
    expect(spread.busiest).toBeLessThanOrEqual(40);
    expect(spread.all).toBeLessThanOrEqual(5000);
  });

  test('their Wi-Fi comes back, and every browser says so in the same instant: they come over 1.3 s', async () => {
    const spread = await hall.outage(60_000, () => browser.dispatchEvent(new Event('online')));
    expect(spread.came).toBe(300);
    expect(spread.busiest).toBeLessThanOrEqual(45);
    expect(spread.all).toBeLessThanOrEqual(1500);
  });

  test('the hub is away for a minute: the same', async () => {
    const spread = await hall.outage(60_000);
    expect(spread.came).toBe(300);
    expect(spread.busiest).toBeLessThanOrEqual(40);
    expect(spread.all).toBeLessThanOrEqual(5100);
  });
});
