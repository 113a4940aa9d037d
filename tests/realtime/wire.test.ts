/** The browser's own end of the wire against the real hub: J2, I2, I4. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMAND, FRAME, PROTOCOL, SYNC, type Frame } from '../../realtime/protocol-names.ts';
import { Wire } from '../../web/lib/live/wire.ts';
import { startHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
let code: string;
beforeAll(async () => {
  hub = await startHub();
  code = await hub.demo();
});
afterAll(() => hub.close());

const wireTo = (hello: Record<string, unknown> = {}, url = hub.url): Wire =>
  new Wire({
    url: url.replace('http', 'ws'),
    hello: () => ({ protocol: PROTOCOL, code, session: 'session-of-a-phone-0001', ...hello }),
  });
const heard = <T>(wire: Wire, event: string): Promise<T> =>
  new Promise((resolve) => wire.on(event, (data: T) => resolve(data)));

test('a phone is let in, is sent its first frame, and is answered', async () => {
  const wire = wireTo();
  const [frame, entered] = [heard<Frame>(wire, FRAME), heard(wire, 'connect')];
  wire.connect();
  await entered;
  expect(wire.connected).toBe(true);
  expect((await frame).slices.meeting?.title).toBeTruthy();
  const answer = await new Promise((ack) => wire.emit(SYNC, { v: PROTOCOL, since: null }, ack));
  expect(answer).not.toBeNull();
  const refused = await new Promise((ack) => wire.emit(COMMAND, { v: PROTOCOL, nonsense: '一' }, ack));
  expect(refused).toMatchObject({ ok: false, code: 'malformed' });
  wire.disconnect();
  expect(wire.connected).toBe(false);
});

test('two questions at once get each its own answer', async () => {
  const wire = wireTo();
  const entered = heard(wire, 'connect');
  wire.connect();
  await entered;
  const ask = (message: unknown) => new Promise((ack) => wire.emit(COMMAND, message, ack));
  const of = (id: string) => ({ v: PROTOCOL, id, type: 'hand.raise', body: { on: true } });
  const [one, other] = await Promise.all([ask(of('first-command-1')), ask({ v: PROTOCOL })]);
  expect(one).not.toMatchObject({ code: 'malformed' });
  expect(other).toMatchObject({ code: 'malformed' });
  wire.disconnect();
});

test('who is refused hears why, and is not connected', async () => {
  const wire = wireTo({ code: '000000' });
  const why = heard<{ data: { code: string } }>(wire, 'connect_error');
  wire.connect();
  expect((await why).data.code).toBe('meeting-unknown');
  expect(wire.connected).toBe(false);
});

test('a hub that is not there is told, and a later try works', async () => {
  const nowhere = wireTo({}, 'http://127.0.0.1:1');
  const failed = heard(nowhere, 'connect_error');
  nowhere.connect();
  await failed;
  expect(nowhere.connected).toBe(false);
});

test('a line that the hub ends is told once', async () => {
  const wire = wireTo({ session: 'session-of-a-phone-0002' });
  let ends = 0;
  const [entered, ended] = [heard(wire, 'connect'), heard(wire, 'disconnect')];
  wire.on('disconnect', () => (ends += 1));
  wire.connect();
  await entered;
  hub.app.hub.moved(hub.app.meetings.byCode(code)!.id);
  await ended;
  wire.disconnect();
  expect(ends).toBe(1);
});
