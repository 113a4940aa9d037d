import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HubSocket } from '../../web/lib/live/hub-socket.ts';

/** The real server, with the hub's settings but a faster heart. */
let http: HttpServer;
let server: Server;
let url: string;
let sockets: HubSocket[] = [];

beforeEach(async () => {
  http = createServer();
  server = new Server(http, {
    serveClient: false,
    perMessageDeflate: false,
    pingInterval: 100,
    pingTimeout: 200,
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterEach(async () => {
  for (const one of sockets) one.disconnect();
  sockets = [];
  await server.close();
});

const dial = (hello: () => unknown = () => ({}), to = url): HubSocket => {
  const socket = new HubSocket(to, hello);
  sockets.push(socket);
  return socket;
};
const heard = (socket: HubSocket, event: string): Promise<unknown> =>
  new Promise((resolve) => socket.on(event, resolve));
const ask = (socket: HubSocket, event: string, message: unknown): Promise<unknown> =>
  new Promise((resolve) => socket.emit(event, message, resolve));
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe('Socket.IO over one WebSocket, against the real server', () => {
  test('says its hello anew at each connection, hears events and is answered', async () => {
    const hellos: unknown[] = [];
    server.on('connection', (socket) => {
      hellos.push(socket.handshake.auth);
      socket.emit('frame', { text: '渔港社区党委' }, 2);
      socket.on('command', (message: { id: string }, ack: (reply: unknown) => void) =>
        ack({ ok: true, ...message }),
      );
    });
    let n = 0;
    const socket = dial(() => ({ n: n++ }));
    const frames: unknown[] = [];
    socket.on('frame', (frame: unknown, more: unknown) => frames.push([frame, more]));
    for (const _ of [0, 1]) {
      const connected = heard(socket, 'connect');
      socket.connect();
      await connected;
      expect(await ask(socket, 'command', { id: 'a', body: '换行\n与 "引号"' })).toEqual({
        ok: true,
        id: 'a',
        body: '换行\n与 "引号"',
      });
      socket.disconnect();
    }
    expect(frames).toEqual([
      [{ text: '渔港社区党委' }, 2],
      [{ text: '渔港社区党委' }, 2],
    ]);
    expect(hellos).toEqual([{ n: 0 }, { n: 1 }]);
  });

  test('answers in their order, many at once', async () => {
    server.on('connection', (socket) => {
      socket.on(
        'command',
        (n: number, ack: (reply: unknown) => void) => void wait(30 - n).then(() => ack(n * n)),
      );
    });
    const socket = dial();
    socket.connect();
    await heard(socket, 'connect');
    const all = await Promise.all(Array.from({ length: 30 }, (_, n) => ask(socket, 'command', n)));
    expect(all).toEqual(all.map((_, n) => n * n));
  });

  test('tells why it was not let in', async () => {
    server.use((_socket, next) =>
      next(Object.assign(new Error('no'), { data: { code: 'meeting-unknown' } })),
    );
    const socket = dial();
    const error = heard(socket, 'connect_error');
    socket.connect();
    expect(await error).toMatchObject({ data: { code: 'meeting-unknown' } });
    expect(socket.connected).toBe(false);
  });

  test('fails without a reason where nobody listens', async () => {
    const socket = dial(() => ({}), 'ws://127.0.0.1:9');
    const error = heard(socket, 'connect_error');
    socket.connect();
    expect(await error).toBeUndefined();
  });

  test('stays while the server pings, goes when the server sends it away', async () => {
    const socket = dial();
    socket.connect();
    await heard(socket, 'connect');
    await wait(700);
    expect(socket.connected).toBe(true);
    const gone = heard(socket, 'disconnect');
    server.disconnectSockets(true);
    await gone;
    expect(socket.connected).toBe(false);
  });

  test('goes when nothing is heard for longer than the server promised to be silent', async () => {
    const socket = dial();
    socket.connect();
    await heard(socket, 'connect');
    const began = Date.now();
    const gone = heard(socket, 'disconnect');
    // A half-open line: the server's engine neither pings nor closes any more.
    for (const one of server.engine.clients ? Object.values(server.engine.clients) : []) {
      (one as { sendPacket: () => void }).sendPacket = () => undefined;
    }
    await gone;
    expect(Date.now() - began).toBeGreaterThan(150);
  });

  test('an attempt that is dropped says nothing, and the next one is whole', async () => {
    const socket = dial();
    const said: string[] = [];
    for (const event of ['connect', 'disconnect', 'connect_error']) socket.on(event, () => said.push(event));
    socket.connect();
    socket.disconnect();
    socket.connect();
    await wait(200);
    expect(said).toEqual(['connect']);
  });
});
