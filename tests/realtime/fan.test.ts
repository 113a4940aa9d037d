/** The same contract for both ways of a frame to a room: straight to the lines that are free, and by Socket.IO. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Fan, framed } from '../../realtime/fan.ts';
import { freeLine, rawLine } from '../../realtime/raw-line.ts';
import { Together } from '../../realtime/together.ts';

let hub: Server;
let url: string;
let phones: Socket[];

beforeEach(async () => {
  const server = createServer();
  hub = new Server(server, { perMessageDeflate: false });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  phones = [];
});

afterEach(async () => {
  for (const phone of phones) phone.disconnect();
  await hub.close();
});

/** A phone in the room; what it hears, in order. */
async function phone(
  transport: 'websocket' | 'polling',
): Promise<{ heard: unknown[]; has(count: number): Promise<void> }> {
  const came = new Promise<void>((joined) =>
    hub.once('connection', (socket) => {
      void socket.join('square');
      joined();
    }),
  );
  const socket = io(url, { transports: [transport], forceNew: true });
  phones.push(socket);
  const heard: unknown[] = [];
  let look: () => void = () => undefined;
  socket.onAny((event: string, message: unknown) => {
    heard.push([event, message]);
    look();
  });
  await came;
  return {
    heard,
    has: (count) =>
      new Promise((all) => {
        look = () => heard.length >= count && all();
        look();
      }),
  };
}

describe.each([
  ['straight to the line', true],
  ['by Socket.IO', false],
] as const)('a frame to a room, %s', (_, direct) => {
  test.each([
    ['short', '好'],
    ['longer than a byte can count', '群众代表'.repeat(40)],
    ['longer than two bytes can count', '考场'.repeat(20_000)],
  ])('everybody of the room hears it whole: %s', async (_name, text) => {
    const [one, other] = [await phone('websocket'), await phone('polling')];
    new Fan(hub, direct).send('square', 'frame', { text });
    for (const { heard, has } of [one, other]) {
      await has(1);
      expect(heard).toEqual([['frame', { text }]]);
    }
  });

  test('what is sent to one and what is sent to all arrives in the order in which it was sent', async () => {
    const people = [await phone('websocket'), await phone('polling'), await phone('websocket')];
    const fan = new Fan(hub, direct);
    const together = new Together();
    const wanted: unknown[] = [];
    for (let n = 0; n < 200; n += 1) {
      const large = n % 7 === 0 ? 'x'.repeat(30_000) : '';
      if (n % 3 === 0) for (const socket of hub.sockets.sockets.values()) together.hold(socket);
      if (n % 2 === 0) fan.send('square', 'frame', { n, large });
      else for (const socket of hub.sockets.sockets.values()) socket.emit('mine', { n, large });
      wanted.push([n % 2 === 0 ? 'frame' : 'mine', { n, large }]);
      if (n % 50 === 49) await new Promise(setImmediate);
    }
    for (const { heard, has } of people) {
      await has(wanted.length);
      expect(heard).toEqual(wanted);
    }
  });

  test('nobody outside the room hears it', async () => {
    const [inside, outside] = [await phone('websocket'), await phone('websocket')];
    const last = [...hub.sockets.sockets.values()].at(-1);
    await last?.leave('square');
    new Fan(hub, direct).send('square', 'frame', { n: 1 });
    last?.emit('mine', { n: 2 });
    await Promise.all([inside.has(1), outside.has(1)]);
    expect(outside.heard).toEqual([['mine', { n: 2 }]]);
  });
});

test('a websocket to which nothing is under way is written to directly, a line that polls is not', async () => {
  await phone('websocket');
  await phone('polling');
  const [fast, slow] = [...hub.sockets.sockets.values()];
  expect(freeLine(fast!)).toBe(rawLine(fast!));
  expect(freeLine(fast!)).not.toBeNull();
  expect(rawLine(slow!)).toBeNull();
});

test('behind what waits for a line, the frame waits too', async () => {
  const { heard, has } = await phone('websocket');
  const socket = [...hub.sockets.sockets.values()][0]!;
  rawLine(socket)?.cork();
  socket.emit('mine', { n: 1 });
  expect(freeLine(socket)).toBeNull();
  new Fan(hub).send('square', 'frame', { n: 2 });
  rawLine(socket)?.uncork();
  await has(2);
  expect(heard).toEqual([
    ['mine', { n: 1 }],
    ['frame', { n: 2 }],
  ]);
});

test.each([0, 125, 126, 65_535, 65_536])('RFC 6455: the head says the length of %i bytes', (length) => {
  const frame = framed('x'.repeat(length));
  const size = frame[1]!;
  const [head, said] =
    size < 126
      ? [2, size]
      : size === 126
        ? [4, frame.readUInt16BE(2)]
        : [10, Number(frame.readBigUInt64BE(2))];
  expect([frame[0], said, frame.length]).toEqual([0x81, length, head + length]);
});
