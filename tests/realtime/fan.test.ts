/** The same contract for both ways of a frame to many: straight to the lines that are free, and by engine.io. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { speakDirectly } from '../../realtime/direct.ts';
import { Fan, framed, packetOf } from '../../realtime/fan.ts';
import { freeLine, heldLine, rawLine, type Reached } from '../../realtime/raw-line.ts';

let hub: Server;
let url: string;
let phones: Socket[];
/** Who is sent frames. */
let square: Reached[];

beforeEach(async () => {
  const server = createServer();
  hub = new Server(server, { perMessageDeflate: false });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  phones = [];
  square = [];
});

afterEach(async () => {
  for (const phone of phones) phone.disconnect();
  await hub.close();
});

/** A phone in the square; what it hears, in order. */
async function phone(
  transport: 'websocket' | 'polling',
): Promise<{ heard: unknown[]; has(count: number): Promise<void> }> {
  const came = new Promise<void>((joined) =>
    hub.once('connection', (socket) => {
      square.push({ socket, line: null });
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

/** What is written to this line waits until this turn of the loop is over. */
function hold(socket: Reached['socket']): void {
  const line = rawLine(socket);
  line?.cork();
  setImmediate(() => line?.uncork());
}

describe.each([
  ['straight to the line', true],
  ['by engine.io', false],
] as const)('a frame to many, %s', (_, direct) => {
  test.each([
    ['short', '好'],
    ['longer than a byte can count', '群众代表'.repeat(40)],
    ['longer than two bytes can count', '考场'.repeat(20_000)],
  ])('everybody in the square hears it whole: %s', async (_name, text) => {
    const [one, other] = [await phone('websocket'), await phone('polling')];
    new Fan(direct).send(square, 'frame', { text });
    for (const { heard, has } of [one, other]) {
      await has(1);
      expect(heard).toEqual([['frame', { text }]]);
    }
  });

  test('what is sent to one and what is sent to all arrives in the order in which it was sent', async () => {
    const people = [await phone('websocket'), await phone('polling'), await phone('websocket')];
    const fan = new Fan(direct);
    if (direct) for (const { socket } of square) speakDirectly(socket);
    const wanted: unknown[] = [];
    for (let n = 0; n < 200; n += 1) {
      const large = n % 7 === 0 ? 'x'.repeat(30_000) : '';
      if (n % 5 === 0) for (const { socket } of square) hold(socket);
      const event = ['frame', 'mine', 'answer'][n % 3]!;
      if (event === 'frame') fan.send(square, event, { n, large });
      else if (event === 'mine') for (const one of square) fan.tell(one, packetOf(event, { n, large }));
      else for (const { socket } of square) socket.emit(event, { n, large });
      wanted.push([event, { n, large }]);
      if (n % 50 === 49) await new Promise(setImmediate);
    }
    for (const { heard, has } of people) {
      await has(wanted.length);
      expect(heard).toEqual(wanted);
    }
  });

  test('nobody outside the square hears it', async () => {
    const [inside, outside] = [await phone('websocket'), await phone('websocket')];
    const last = square.pop()!;
    new Fan(direct).send(square, 'frame', { n: 1 });
    last.socket.emit('mine', { n: 2 });
    await Promise.all([inside.has(1), outside.has(1)]);
    expect(outside.heard).toEqual([['mine', { n: 2 }]]);
  });

  test('who has left hears nothing more, and disturbs nobody', async () => {
    const [here, gone] = [await phone('websocket'), await phone('websocket')];
    square[1]!.socket.disconnect();
    const fan = new Fan(direct);
    fan.send(square, 'frame', { n: 1 });
    for (const one of square) fan.tell(one, packetOf('mine', { n: 2 }));
    await here.has(2);
    expect(here.heard).toEqual([
      ['frame', { n: 1 }],
      ['mine', { n: 2 }],
    ]);
    expect(gone.heard).toEqual([]);
  });

  test('who reads too slowly is left out where he is said to', async () => {
    const [quick, slow] = [await phone('websocket'), await phone('websocket')];
    const { socket } = square[1]!;
    rawLine(socket)?.cork();
    socket.emit('mine', { n: 1 });
    const left: Reached[] = [];
    new Fan(direct).send(square, 'frame', { n: 2 }, (one) => one.socket === socket && left.push(one) > 0);
    rawLine(socket)?.uncork();
    await Promise.all([quick.has(1), slow.has(1)]);
    expect([quick.heard, slow.heard]).toEqual([[['frame', { n: 2 }]], [['mine', { n: 1 }]]]);
    expect(left).toEqual([square[1]]);
  });
});

test('a websocket to which nothing is under way is written to directly, a line that polls is not', async () => {
  await phone('websocket');
  await phone('polling');
  const [fast, slow] = square;
  expect(freeLine(fast!)).toBe(rawLine(fast!.socket));
  expect(freeLine(fast!)).not.toBeNull();
  expect([rawLine(slow!.socket), freeLine(slow!), heldLine(slow!)]).toEqual([null, null, null]);
});

test('behind what waits for a line, the frame waits too', async () => {
  const { heard, has } = await phone('websocket');
  const one = square[0]!;
  rawLine(one.socket)?.cork();
  one.socket.emit('mine', { n: 1 });
  expect(freeLine(one)).toBeNull();
  new Fan().send(square, 'frame', { n: 2 });
  rawLine(one.socket)?.uncork();
  await has(2);
  expect(heard).toEqual([
    ['mine', { n: 1 }],
    ['frame', { n: 2 }],
  ]);
});

test('what is told to a line that is held goes out in one write, behind what went before', async () => {
  const { heard, has } = await phone('websocket');
  const one = square[0]!;
  const tcp = rawLine(one.socket)!;
  const writes = vi.spyOn(tcp, '_writev' as never);
  tcp.cork();
  one.socket.emit('answer', { n: 1 });
  expect(heldLine(one)).toBe(tcp);
  for (const n of [2, 3]) new Fan().tell(one, packetOf('mine', { n }));
  tcp.uncork();
  await has(3);
  expect(writes).toHaveBeenCalledTimes(1);
  expect(heard).toEqual([
    ['answer', { n: 1 }],
    ['mine', { n: 2 }],
    ['mine', { n: 3 }],
  ]);
});

test('nobody is told much without it being counted: a line that takes nothing is left to engine.io', async () => {
  await phone('websocket');
  const one = square[0]!;
  rawLine(one.socket)?.cork();
  const fan = new Fan();
  for (let n = 0; n < 20; n += 1) fan.tell(one, packetOf('mine', { n, large: 'x'.repeat(2000) }));
  expect(heldLine(one)).toBeNull();
  expect(rawLine(one.socket)?.writableLength).toBeLessThan(40_000);
  rawLine(one.socket)?.uncork();
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
