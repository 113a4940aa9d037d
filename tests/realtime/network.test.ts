import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashSecret } from '../../assessment/passes.ts';
import { MOST_UNREAD, unread } from '../../realtime/backlog.ts';
import { COMMAND, PROTOCOL } from '../../realtime/protocol-names.ts';
import { Caller } from '../support/caller.ts';
import { FaultProxy } from '../support/fault-proxy.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { printedSecret } from '../support/passes.ts';

const SECRET = printedSecret('party-01');
const SESSION = 'session-of-the-phone-1';
const PAGE = 'page-of-the-phone-0001';

let hub: TestHub;
let proxy: FaultProxy;
let host: Caller;
let code: string;
const callers: Caller[] = [];

const start = async (env: Record<string, string> = {}) => {
  hub = await startHub(env);
  proxy = await FaultProxy.before(hub.url);
  code = await hub.demo();
  host = await hub.organizer(code);
  await host.must('meeting.open', {});
  const pass = {
    id: 'party-01',
    kind: 'examiner' as const,
    number: '01',
    category: 'party',
    person: 'e1',
    unit: null,
    hash: hashSecret(SECRET),
  };
  await host.must('passes.issue', { passes: [pass] });
};
afterEach(async () => {
  for (const one of callers.splice(0)) one.close();
  await proxy.close();
  await hub.close();
});

async function phone(url: string, page: string | undefined, session = SESSION): Promise<Caller> {
  const caller = new Caller({ url, code, session, ...(page === undefined ? {} : { page }) });
  callers.push(caller);
  return caller.ready();
}

/** How the organizers see the phone. */
const light = () => host.slices.people?.passes.find((one) => one.id === 'party-01')?.line;

/** All that the organizers were shown of it so far. */
const lights = () =>
  host.known
    .map(({ people }) => people?.passes.find((one) => one.id === 'party-01')?.line)
    .filter((one) => one !== undefined);

const asking = (id: string) => ({
  v: PROTOCOL,
  id,
  type: 'question.ask',
  body: { unit: 'u1', text: '路灯什么时候修？', portfolio: null, member: null },
});

const devices = async () => {
  const { values } = await hub.figures.connections.get();
  return values.filter((one) => one.labels.audience !== 'organizer').reduce((sum, one) => sum + one.value, 0);
};

describe('I2 · from Wi-Fi to the cell: the second connection of the same page wins at once', () => {
  beforeEach(() => start());

  it('J2 lets go of the silent one at once; what was under way on it is answered once and done once', async () => {
    const old = await phone(proxy.url, PAGE);
    await old.must('pass.enrol', { secret: SECRET });
    await host.until(() => light() === 'online');
    host.known.length = 0;
    proxy.silent();
    const command = asking('question-asked-1');
    const first = old.raw(COMMAND, command);
    const began = performance.now();
    const now = await phone(hub.url, PAGE);
    const reply = await now.raw(COMMAND, command);
    expect(reply).toMatchObject({ ok: true, repeated: false });
    expect(performance.now() - began).toBeLessThan(2000);
    await expect.poll(devices).toBe(1);
    // Then the old radio wakes up and says what it had held.
    old.socket.io.reconnection(false);
    proxy.resume();
    expect(await first).toBeNull();
    await expect.poll(() => old.socket.connected).toBe(false);
    await now.raw(COMMAND, asking('question-asked-2'));
    await host.until(() => host.slices.questions?.length === 2);
    expect([light(), lights().filter((one) => one !== 'online')]).toEqual(['online', []]);
  });

  it('keeps two tabs of one session, and whoever does not say which page it is', async () => {
    const pages = [PAGE, 'page-of-the-phone-0002', undefined, undefined];
    const all = [];
    for (const page of pages) all.push(await phone(hub.url, page));
    expect(await devices()).toBe(4);
    expect(all.map(({ socket }) => socket.connected)).toEqual([true, true, true, true]);
  });

  it('lets nobody take the place of another session, with the same page or not', async () => {
    const mine = await phone(hub.url, PAGE);
    await phone(hub.url, PAGE, 'session-of-a-stranger1');
    expect([mine.socket.connected, await devices()]).toEqual([true, 2]);
  });

  it('J2 lost replies: what was done and not heard is answered again, with the same receipt', async () => {
    const caller = await phone(proxy.url, PAGE);
    await caller.must('pass.enrol', { secret: SECRET });
    proxy.loseReplies();
    const command = asking('question-asked-3');
    const lost = caller.raw(COMMAND, command);
    await host.until(() => host.slices.questions?.length === 1);
    proxy.loseReplies(false);
    proxy.cut();
    expect(await lost).toBeNull();
    await expect.poll(() => caller.socket.connected).toBe(true);
    expect(await caller.raw(COMMAND, command)).toMatchObject({ ok: true, repeated: true });
  });
});

describe('B3 · a phone that does not hear', () => {
  it('is offline on the console after the silence that is set', async () => {
    await start({ SILENCE_SECONDS: '2' });
    const caller = await phone(proxy.url, PAGE);
    await caller.must('pass.enrol', { secret: SECRET });
    await host.until(() => light() === 'online');
    const began = performance.now();
    proxy.silent();
    await host.until(() => light() === 'offline');
    expect(performance.now() - began).toBeLessThan(4000);
    proxy.resume();
    await host.until(() => light() === 'online');
  });

  it('holds no more than so many frames, and comes back to a whole one', async () => {
    await start({ SILENCE_SECONDS: '60' });
    const caller = await phone(proxy.url, PAGE);
    proxy.silent();
    const [socket] = [...hub.app.hub.io.sockets.sockets.values()].filter(
      (one) => (one.data as { who: { kind: string } }).who.kind === 'device',
    );
    if (!socket) throw new Error('no phone');
    // Large ones, so that the buffers of the machine are full soon.
    const block = 'x'.repeat(400_000);
    let left = false;
    socket.once('disconnect', () => (left = true));
    for (let sent = 0; sent < MOST_UNREAD + 60; sent += 1) {
      socket.emit('padding', block);
      await new Promise(setImmediate);
    }
    await expect.poll(() => left, { timeout: 5000 }).toBe(true);
    caller.frames.length = 0;
    proxy.resume({ held: 'drop' });
    caller.socket.disconnect().connect();
    await expect.poll(() => caller.frames.length).toBe(1);
  });

  it('reads slowly: a large view is not begun anew, frames do not pile up, and what was missed comes as one', async () => {
    await start({ SILENCE_SECONDS: '60' });
    const slow = new Caller({ url: proxy.url, code, token: hub.token('viewer') });
    callers.push(slow);
    await slow.ready();
    const socket = hub.app.hub.io.sockets.sockets.get(slow.socket.id ?? '');
    if (!socket) throw new Error('no viewer');
    proxy.silent();
    const block = 'x'.repeat(400_000);
    for (let sent = 0; sent < 200 && unread(socket) < 4; sent += 1) {
      socket.emit('padding', block);
      await new Promise(setImmediate);
    }
    expect(unread(socket)).toBeGreaterThan(0);
    const described = async (title: string) => {
      await host.must('meeting.describe', { title, place: '', date: '' });
      await host.until(() => host.slices.meeting?.title === title);
    };
    for (let at = 0; at < 60; at += 1) await described(`第 ${at} 次`);
    expect(unread(socket)).toBeLessThan(20);
    slow.frames.length = 0;
    proxy.resume();
    await slow.until(() => slow.slices.meeting?.title === '第 59 次');
    expect(slow.frames.length).toBeLessThan(20);
    await described('跟上了');
    await slow.until(() => slow.slices.meeting?.title === '跟上了');
    expect(hub.app.hub.io.sockets.sockets.get(socket.id)).toBe(socket);
  });
});
