import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FaultProxy } from '../support/fault-proxy.ts';

/** What an end has heard, and a way to wait for more of it. */
class Ear {
  heard = '';
  ended = false;
  readonly socket: Socket;
  constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (data: Buffer) => (this.heard += data.toString('latin1')));
    socket.on('end', () => (this.ended = true));
    socket.on('error', () => (this.ended = true));
  }
  hears(text: string): Promise<void> {
    return expect.poll(() => this.heard).toBe(text) as unknown as Promise<void>;
  }
}

let server: Server;
let proxy: FaultProxy;
let arrived: Ear[];
const open: Socket[] = [];

beforeEach(async () => {
  arrived = [];
  server = createServer({ allowHalfOpen: true }, (socket) => arrived.push(new Ear(socket)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy = await FaultProxy.before(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 7);
});
afterEach(async () => {
  await proxy.close();
  for (const socket of open.splice(0)) socket.destroy();
  for (const { socket } of arrived) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

/** A client through the proxy and its other end. */
async function pair(): Promise<{ phone: Ear; hub: Ear }> {
  const socket = connect({ host: '127.0.0.1', port: proxy.port, allowHalfOpen: true });
  open.push(socket);
  const before = arrived.length;
  await once(socket, 'connect');
  await expect.poll(() => arrived.length).toBe(before + 1);
  const hub = arrived[before];
  if (!hub) throw new Error('nobody arrived');
  return { phone: new Ear(socket), hub };
}

/** Long enough for loopback to carry anything that it will carry. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 60));

describe('a bad network', () => {
  test('a good one carries everything both ways, and the end of it', async () => {
    const { phone, hub } = await pair();
    phone.socket.write('up');
    hub.socket.write('down');
    await Promise.all([hub.hears('up'), phone.hears('down')]);
    phone.socket.end();
    await expect.poll(() => hub.ended).toBe(true);
    expect(proxy.links.map(({ passed }) => passed)).toEqual([{ up: 2, down: 4 }]);
  });

  test('silent: both ends stay open and hear nothing, not even a hang-up; then all of it arrives in order', async () => {
    const { phone, hub } = await pair();
    proxy.silent();
    phone.socket.write('one ');
    hub.socket.write('answer');
    phone.socket.write('two');
    phone.socket.end();
    await aWhile();
    expect([hub.heard, phone.heard, hub.ended, phone.ended]).toEqual(['', '', false, false]);
    proxy.resume();
    await Promise.all([hub.hears('one two'), phone.hears('answer')]);
    await expect.poll(() => hub.ended).toBe(true);
  });

  test('silent: a reset of one end is not heard by the other', async () => {
    const { phone, hub } = await pair();
    proxy.silent();
    phone.socket.resetAndDestroy();
    await aWhile();
    expect([hub.ended, proxy.links.length]).toEqual([false, 1]);
  });

  test('silent: who comes now is taken and unheard until it is over', async () => {
    proxy.silent();
    const late = connect({ host: '127.0.0.1', port: proxy.port });
    open.push(late);
    await once(late, 'connect');
    late.write('hello');
    await aWhile();
    expect(arrived).toEqual([]);
    proxy.resume();
    await expect.poll(() => arrived.map((one) => one.heard)).toEqual(['hello']);
  });

  test('resume with held: drop leaves those links dead for ever, and new ones speak', async () => {
    const { phone, hub } = await pair();
    proxy.silent();
    phone.socket.write('lost');
    proxy.resume({ held: 'drop' });
    const next = await pair();
    next.phone.socket.write('heard');
    await next.hub.hears('heard');
    proxy.resume();
    await aWhile();
    expect([hub.heard, hub.ended]).toEqual(['', false]);
  });

  test('one link alone can be silent', async () => {
    const [one, other] = [await pair(), await pair()];
    proxy.links[0]?.silent();
    one.phone.socket.write('a');
    other.phone.socket.write('b');
    await other.hub.hears('b');
    expect(one.hub.heard).toBe('');
  });

  test('silent: who goes on sending fills his own buffer', async () => {
    const { hub } = await pair();
    proxy.silent();
    const block = Buffer.alloc(65_536);
    for (let sent = 0; sent < 256; sent += 1) hub.socket.write(block);
    await aWhile();
    expect(hub.socket.writableLength).toBeGreaterThan(65_536);
  });

  test('cut resets both ends', async () => {
    const { phone, hub } = await pair();
    proxy.cut();
    await expect.poll(() => [phone.ended, hub.ended]).toEqual([true, true]);
    expect(proxy.links).toEqual([]);
  });

  test('cut mid-frame lets so many bytes through and no more', async () => {
    const { phone, hub } = await pair();
    proxy.cutMidFrame(3);
    hub.socket.write('abcdef');
    await phone.hears('abc');
    await expect.poll(() => [phone.ended, hub.ended]).toEqual([true, true]);
  });

  test('lost replies: the hub hears, the phone does not', async () => {
    const { phone, hub } = await pair();
    proxy.loseReplies();
    phone.socket.write('ballot');
    await hub.hears('ballot');
    hub.socket.write('receipt');
    await aWhile();
    expect(phone.heard).toBe('');
    proxy.loseReplies(false);
    hub.socket.write('again');
    await phone.hears('again');
  });

  test('delay keeps the order, whatever the jitter', async () => {
    const { phone, hub } = await pair();
    proxy.delay(20, 40);
    const began = performance.now();
    for (const letter of 'abcdefgh') {
      phone.socket.write(letter);
      await new Promise(setImmediate);
    }
    await hub.hears('abcdefgh');
    expect(performance.now() - began).toBeGreaterThanOrEqual(19);
  });
});
