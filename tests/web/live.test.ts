import type { Slices } from '../../assessment/view.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Live } from '../../web/lib/live/live.svelte.ts';
import { accepted, FakeSocket, frame, mine, refused } from './fakes.ts';

let socket: FakeSocket;
let hello: () => Record<string, unknown>;
let live: Live;

beforeEach(() => {
  vi.useFakeTimers({ now: 500_000 });
  socket = new FakeSocket();
  live = new Live({ code: '123456', as: 'device' }, (asked) => {
    hello = asked;
    return socket;
  });
});
afterEach(() => {
  live.close();
  vi.useRealTimers();
});

const meeting = (title: string) => ({ meeting: { title } }) as Partial<Slices>;
const agenda = (name: string) => ({ agenda: [{ name }] }) as Partial<Slices>;

describe('frames', () => {
  test('a whole frame replaces everything, a following one what changed', () => {
    socket.open();
    socket.say('frame', frame({ to: 4, slices: { ...meeting('a'), ...agenda('b') } }));
    socket.say('frame', frame({ from: 4, to: 6, slices: agenda('c') }));
    expect([live.at, live.slices.meeting?.title, live.slices.agenda?.[0]?.name]).toEqual([6, 'a', 'c']);
    socket.say('frame', frame({ to: 7, slices: meeting('d') }));
    expect(live.slices).toEqual({ meeting: { title: 'd' } });
  });

  test('a frame behind a gap is not applied, the answer to sync is', async () => {
    socket.open();
    socket.say('frame', frame({ to: 4, slices: meeting('a') }));
    socket.say('frame', frame({ from: 9, to: 10, slices: meeting('b') }));
    socket.say('frame', frame({ from: 10, to: 11, slices: meeting('b') }));
    expect(live.at).toBe(4);
    expect(socket.of('sync').map((one) => one.message.since)).toEqual([{ journal: 'j1', n: 4 }]);
    socket.last('sync').ack(frame({ from: 4, to: 11, slices: meeting('c') }));
    await vi.advanceTimersByTimeAsync(0);
    expect([live.at, live.slices.meeting?.title, socket.of('sync').length]).toEqual([11, 'c', 1]);
  });

  test('an answer that is older than what was announced is asked for once more, and only once', async () => {
    socket.open();
    socket.say('frame', frame({ to: 4 }));
    socket.say('frame', frame({ from: 9, to: 12 }));
    for (const to of [10, 11]) {
      socket.last('sync').ack(frame({ from: 4, to }));
      await vi.advanceTimersByTimeAsync(0);
    }
    expect([live.at, socket.of('sync').length]).toEqual([11, 2]);
  });

  test('a hub that is asked too often says so: the page asks again a moment later, and not in a circle', async () => {
    socket.open();
    socket.say('frame', frame({ to: 4 }));
    socket.say('frame', frame({ from: 9, to: 12 }));
    socket.last('sync').ack({ ok: false, code: 'too-many', detail: {}, retry: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(socket.of('sync').length).toBe(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(socket.of('sync').length).toBe(2);
    socket.last('sync').ack(frame({ from: 4, to: 12, slices: meeting('c') }));
    await vi.advanceTimersByTimeAsync(0);
    expect([live.at, live.slices.meeting?.title]).toEqual([12, 'c']);
  });

  test('the answer to sync may also come as a frame of its own', async () => {
    socket.open();
    socket.say('frame', frame({ to: 4 }));
    socket.say('frame', frame({ from: 9, to: 12 }));
    socket.say('frame', frame({ from: 4, to: 12, slices: meeting('c') }));
    socket.last('sync').ack({ ok: true });
    await vi.advanceTimersByTimeAsync(0);
    expect([live.at, live.slices.meeting?.title, socket.of('sync').length]).toEqual([12, 'c', 1]);
  });

  test('a frame that overlaps is applied, one that is older is not', () => {
    socket.open();
    socket.say('frame', frame({ to: 10, slices: meeting('a') }));
    socket.say('frame', frame({ from: 8, to: 9, slices: meeting('old') }));
    expect(live.slices.meeting?.title).toBe('a');
    socket.say('frame', frame({ from: 8, to: 12, slices: meeting('b') }));
    expect([live.at, live.slices.meeting?.title]).toEqual([12, 'b']);
  });

  test('a frame that follows need not say again of what it is; without one before it is asked for', () => {
    const lean = (from: number, to: number, title: string) => {
      return { from, to, now: 1_000_000, slices: meeting(title) };
    };
    socket.open();
    socket.say('frame', lean(8, 9, 'of what'));
    expect(live.slices.meeting).toBeUndefined();
    socket.say('frame', frame({ to: 10, slices: meeting('a') }));
    socket.say('frame', lean(10, 12, 'b'));
    expect([live.at, live.slices.meeting?.title, live.audience]).toEqual([12, 'b', 'examiner']);
    socket.say('frame', lean(14, 15, 'behind a gap'));
    expect(live.slices.meeting?.title).toBe('b');
  });

  test('another journal (going official) or another audience (a pass was enrolled) is asked for whole', async () => {
    socket.open();
    socket.say('frame', frame({ to: 10, audience: 'crowd', slices: meeting('a') }));
    socket.say('frame', frame({ from: 10, to: 11, audience: 'examiner' }));
    expect(socket.last('sync').message.since).toBeNull();
    socket.last('sync').ack(frame({ to: 11, audience: 'examiner', slices: meeting('b') }));
    await vi.advanceTimersByTimeAsync(0);
    expect([live.audience, live.at]).toEqual(['examiner', 11]);
    socket.say('frame', frame({ journal: 'j2', from: 2, to: 3 }));
    socket.last('sync').ack(frame({ journal: 'j2', to: 3, slices: meeting('c') }));
    await vi.advanceTimersByTimeAsync(0);
    expect([live.at, live.slices.meeting?.title]).toEqual([3, 'c']);
  });

  test('mine is replaced by newer ones of the same journal and by any of another', () => {
    socket.open();
    socket.say('mine', mine(5, { hand: true }));
    socket.say('mine', mine(4, { hand: false }));
    expect(live.mine?.hand).toBe(true);
    socket.say('mine', mine(1, { hand: false }, 'j2'));
    expect(live.mine?.hand).toBe(false);
  });
});

describe('connection', () => {
  test('says who it is, and from the second time on what it has', () => {
    expect(hello()).toMatchObject({ protocol: 1, code: '123456' });
    expect(hello().session).toMatch(/^[\w-]{22}$/);
    expect(hello().since).toBeUndefined();
    socket.open();
    socket.say('frame', frame({ to: 4 }));
    expect(hello().since).toEqual({ journal: 'j1', n: 4 });
  });

  test('comes back with growing waits of at most five seconds, for ever', async () => {
    socket.open();
    socket.drop();
    expect(live.line).toBe('offline');
    let longest = 0;
    for (let tries = 1; tries < 20; tries++) {
      const before = Date.now();
      while (socket.dialled === tries) await vi.advanceTimersByTimeAsync(50);
      longest = Math.max(longest, Date.now() - before);
      socket.fail();
    }
    expect(longest).toBeGreaterThan(2000);
    expect(longest).toBeLessThanOrEqual(5050);
  });

  test('is stale when it has been away for a while, and keeps what it has', async () => {
    socket.open();
    socket.say('frame', frame({ to: 4, slices: meeting('a') }));
    socket.drop();
    await vi.advanceTimersByTimeAsync(4000);
    expect(live.stale).toBe(false);
    await vi.advanceTimersByTimeAsync(2000);
    expect([live.stale, live.slices.meeting?.title]).toEqual([true, 'a']);
    socket.open();
    expect([live.stale, live.line]).toEqual([false, 'online']);
  });

  test('is stale counted from the break, however often it tries in vain', async () => {
    socket.open();
    socket.say('frame', frame({ to: 4, slices: meeting('a') }));
    socket.drop();
    for (let tries = 0; tries < 6; tries++) {
      await vi.advanceTimersByTimeAsync(1000);
      socket.fail();
    }
    expect(live.stale).toBe(true);
  });

  test('a bye ends it', async () => {
    socket.open();
    socket.say('bye', { v: 1, code: 'revoked' });
    expect([live.line, live.refused, socket.connected]).toEqual(['refused', 'revoked', false]);
    const before = socket.dialled;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(socket.dialled).toBe(before);
    expect(await live.send('hand.raise', { on: true })).toMatchObject({ ok: false, code: 'revoked' });
  });

  test.each([
    ['meeting-unknown', 'refused'],
    ['protocol-unknown', 'refused'],
    ['busy', 'offline'],
  ])('a connection refused with %s is %s', async (code, line) => {
    socket.fail(code);
    expect(live.line).toBe(line);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(socket.dialled > 1).toBe(line === 'offline');
  });
});

describe('send', () => {
  test('waits for the line and keeps its id over breaks and time-outs until it is answered', async () => {
    const reply = live.send('hand.raise', { on: true });
    await vi.advanceTimersByTimeAsync(1000);
    expect(socket.sent).toEqual([]);
    socket.open();
    await vi.advanceTimersByTimeAsync(0);
    socket.drop();
    socket.open();
    await vi.advanceTimersByTimeAsync(500);
    await vi.advanceTimersByTimeAsync(10_000); // no answer: the line is renewed
    expect(socket.connected).toBe(false);
    socket.open();
    await vi.advanceTimersByTimeAsync(6000);
    const sent = socket.of('command');
    expect(sent.length).toBe(3);
    expect(new Set(sent.map((one) => one.message.id)).size).toBe(1);
    sent[2]!.ack(accepted());
    expect(await reply).toEqual(accepted());
  });

  test('a refusal that passes is sent again, another is the answer', async () => {
    socket.open();
    const reply = live.send('hand.raise', { on: true });
    await vi.advanceTimersByTimeAsync(0);
    socket.last('command').ack(refused('retry', true));
    await vi.advanceTimersByTimeAsync(6000);
    expect(socket.of('command').length).toBe(2);
    socket.last('command').ack(refused('forbidden'));
    expect(await reply).toMatchObject({ code: 'forbidden' });
  });
});

describe('a host who loses the network', () => {
  test('J2 a press that got no answer is asked for again under its id and with its time, and then it is too late', async () => {
    socket.open();
    socket.say('frame', frame({ to: 4, now: 500_000 }));
    const answer = live.send('meeting.pause', { note: null }, 8000);
    await vi.advanceTimersByTimeAsync(0);
    const first = socket.last('command').message as { id: string; until: number };
    expect(Math.abs(first.until - 508_000)).toBeLessThan(1000);
    socket.drop();
    await vi.advanceTimersByTimeAsync(60_000);
    socket.open();
    await vi.advanceTimersByTimeAsync(100);
    const again = socket.last('command');
    expect(again.message).toMatchObject({ id: first.id, until: first.until });
    again.ack(refused('too-late'));
    expect(await answer).toMatchObject({ ok: false, code: 'too-late' });
  });
});
