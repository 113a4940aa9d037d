/** What comes with a connection: first views that are encoded once, ids that cannot be guessed, what is not kept of it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashSecret } from '../../assessment/passes.ts';
import { framed } from '../../realtime/fan.ts';
import { FirstViews } from '../../realtime/first-view.ts';
import { randomId } from '../../realtime/ids.ts';
import { Presence } from '../../realtime/presence.ts';
import { Room } from '../../realtime/rooms.ts';
import { shedRequest } from '../../realtime/shed.ts';
import { openSockets } from '../../realtime/sockets.ts';
import { device } from '../../realtime/turned.ts';
import { startHub, type TestHub } from '../support/hub.ts';

const NOW = 1_780_000_000_000;

describe('the first view of the crowd', () => {
  let hub: TestHub;
  beforeEach(async () => (hub = await startHub()));
  afterEach(() => hub.close());

  const meetingOf = async () => {
    const code = await hub.demo();
    const host = await hub.organizer(code);
    await host.must('meeting.describe', {
      title: '第 9999999999999 次 "now":9999999999999',
      place: '',
      date: '',
    });
    const state = (await hub.app.meetings.withCode(code))!.authority.state;
    return { host, state };
  };
  const read = ({ packet, frame }: { packet(): string; frame: Buffer }) => {
    expect(frame).toEqual(framed(`4${packet()}`));
    return (JSON.parse(packet().slice(1)) as [string, Record<string, unknown>])[1];
  };

  test('is what a room would send to each alone, at the time at which he came', async () => {
    const { state } = await meetingOf();
    const live = () => new Presence().live;
    const views = new FirstViews(new Room('crowd'));
    for (const [at, since] of [
      [0, null],
      [1, null],
      [17, { journal: state.meeting.line, n: state.length - 1 }],
      [17, { journal: 'another', n: 3 }],
    ] as const) {
      const alone = new Room('crowd').catchUp(state, live(), NOW + at, since);
      const { slices, ...head } = alone;
      expect(read(views.of(state, live, NOW + at, since))).toMatchObject(head);
      if (since === null) expect(read(views.of(state, live, NOW + at, since))).toEqual(alone);
      expect(Object.keys(slices ?? {}).length).toBeGreaterThan(0);
    }
  });

  test('is another as soon as the state is, and the bytes of who came before stay as they were', async () => {
    const { host, state } = await meetingOf();
    const views = new FirstViews(new Room('crowd'));
    const live = () => new Presence().live;
    const before = views.of(state, live, NOW, null);
    const bytes = Buffer.from(before.frame);
    await host.must('meeting.describe', { title: '另一个', place: '', date: '' });
    const after = read(views.of(state, live, NOW + 5, null));
    expect(after).toMatchObject({ to: state.length, now: NOW + 5, slices: { meeting: { title: '另一个' } } });
    expect(before.frame).toEqual(bytes);
  });
});

test('ids are of 120 bits and none comes twice', () => {
  const ids = Array.from({ length: 5000 }, randomId);
  expect(new Set(ids).size).toBe(5000);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{20}$/);
});

test('a device is named by its secret as a pass is', () => {
  const secret = 'secret-of-a-phone-1234';
  expect(device(secret)).toEqual({ kind: 'device', session: hashSecret(secret) });
});

describe('a connection', () => {
  let hub: Server;
  let url: string;
  let phone: Socket;
  const refused: string[] = [];

  beforeEach(async () => {
    const server = createServer();
    hub = openSockets(server, 35_000, (code) => refused.push(code));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    phone.disconnect();
    await hub.close();
  });

  test.each([
    ['by websocket', ['websocket']],
    ['by polling', ['polling']],
    ['first by one and then by the other', ['polling', 'websocket']],
  ])('is let in, heard and answered %s, with nothing kept of how it came', async (_way, transports) => {
    const came = new Promise<void>((heard) =>
      hub.once('connection', (socket) => {
        expect(socket.handshake.auth).toEqual({ code: '123456' });
        shedRequest(socket);
        expect(socket.handshake.auth).toBeUndefined();
        expect(socket.request.socket.remoteAddress).toBe('127.0.0.1');
        socket.on('ask', (_said: unknown, answer: (said: string) => void) => answer('好'));
        heard();
      }),
    );
    phone = io(url, { transports, forceNew: true, auth: { code: '123456' } });
    await came;
    expect(await phone.emitWithAck('ask', {})).toBe('好');
  });

  test('from a foreign page is turned away, and its line is not held', async () => {
    phone = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { origin: 'http://elsewhere.example' },
    });
    await new Promise((failed) => phone.once('connect_error', failed));
    expect(refused).toEqual(['origin']);
  });
});
