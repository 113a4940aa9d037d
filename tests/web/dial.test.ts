/** A line that was dialled before the bundle was there goes on where it was (`web/lib/live/early.ts`). */
import { beforeEach, describe, expect, test } from 'vitest';
import { dialHub } from '../../web/lib/live/dial.ts';
import { takeEarly, type Early } from '../../web/lib/live/early.ts';

/** The browser's socket as the page left it: open, and the hub has spoken. */
class Standing {
  readyState: number = WebSocket.OPEN;
  sent: string[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  send(data: string): void {
    this.sent.push(data);
  }
  close(): void {
    this.readyState = WebSocket.CLOSED;
  }
}

const hello = { protocol: 1 as const, code: '123456', page: 'page-of-this-load', session: 'session' };
const open = JSON.stringify({ sid: 'e1', upgrades: [], pingInterval: 25_000, pingTimeout: 20_000 });
let socket: Standing;
const early = (over: Partial<Early>): Early => ({
  hello,
  socket: socket as unknown as WebSocket,
  greeted: false,
  heard: [],
  ...over,
});
const settled = () => new Promise((done) => setTimeout(done, 5));

beforeEach(() => {
  socket = new Standing();
});

describe('a page whose line was dialled before its bundle', () => {
  test('hears all that was said to it, in order, and does not greet twice', async () => {
    const heard = [`0${open}`, '40{"sid":"s1"}', '42["frame",1]', '42["mine",2]'];
    const line = dialHub(() => hello, early({ greeted: true, heard }));
    const got: unknown[] = [];
    for (const event of ['connect', 'frame', 'mine']) line.on(event, (what) => got.push(what ?? event));
    line.connect();
    await settled();
    expect([got, socket.sent, line.connected]).toEqual([['connect', 1, 2], [], true]);
    socket.onmessage?.({ data: '42["frame",3]' });
    line.emit('sync', 4, () => undefined);
    await settled();
    expect(got).toEqual(['connect', 1, 2, 3]);
    expect(socket.sent).toEqual(['420["sync",4]']);
    line.disconnect();
  });

  test('greets itself where the hub had not answered yet', async () => {
    socket.readyState = WebSocket.CONNECTING;
    const line = dialHub(() => hello, early({}));
    line.connect();
    socket.readyState = WebSocket.OPEN;
    socket.onopen?.();
    socket.onmessage?.({ data: `0${open}` });
    await settled();
    expect(socket.sent).toEqual([`40${JSON.stringify(hello)}`]);
    line.disconnect();
  });

  test('takes it once, of its own meeting, while it lives', () => {
    globalThis.early = early({});
    expect(takeEarly('123456')?.hello.page).toBe('page-of-this-load');
    expect(takeEarly('123456')).toBeNull();
    globalThis.early = early({});
    expect(takeEarly('654321')).toBeNull();
    expect(socket.readyState).toBe(WebSocket.CLOSED);
    globalThis.early = early({});
    expect(takeEarly('123456')).toBeNull();
  });
});
