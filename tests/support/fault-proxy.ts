/**
 * A bad network in front of a hub: TCP on loopback and a free port, one `Link` for each connection that comes. What is
 * done to the proxy is done to all its links, those that still come included; what is done to a link, to it alone.
 *
 * - `silent()` is a half-open radio: both ends stay open and hear nothing, not even that the other one hung up. Nothing
 *   is read either, so that whoever goes on sending fills his own buffers. New connections are taken and left unheard.
 * - `resume()` lets through what was held, as TCP does when the radio is back. With `{ held: 'drop' }` those links stay
 *   dead for ever and only new ones speak: a network that forgot them, a phone that went from Wi-Fi to the cell. Single
 *   bytes are never lost out of a connection that goes on: TCP does not do that.
 * - `cut()` resets (or with `{ politely: true }` closes) both ends at once.
 * - `cutMidFrame(n)` lets `n` more bytes through to the client and then cuts, in the middle of whatever that is.
 * - `loseReplies()` takes what the client says and loses every answer: commands arrive, acknowledgements do not.
 * - `delay(ms, jitter)` is the time on the way, each direction; the jitter is seeded, and nothing overtakes anything.
 */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { seeded, type Random } from './random.ts';

interface Faults {
  silent: boolean;
  loseReplies: boolean;
  /** Time on the way, in ms, and how much longer it may take. */
  delay: number;
  jitter: number;
}

/** One direction of a link: bytes in order, each when it is due; `null` is the end of the stream. */
class Pipe {
  /** Bytes that went through. */
  passed = 0;
  /** Bytes that may still go through before the link is cut; null where nothing is to be cut. */
  allowance: number | null = null;
  readonly #from: Socket;
  readonly #to: Socket;
  readonly #faults: Faults;
  readonly #loses: boolean;
  readonly #random: Random;
  readonly #exhausted: () => void;
  #queue: { data: Buffer | null; due: number }[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(
    from: Socket,
    to: Socket,
    {
      faults,
      loses,
      random,
      exhausted,
    }: { faults: Faults; loses: boolean; random: Random; exhausted(): void },
  ) {
    this.#from = from;
    this.#to = to;
    this.#faults = faults;
    this.#loses = loses;
    this.#random = random;
    this.#exhausted = exhausted;
    from.on('data', (data: Buffer) => this.#take(data));
    from.on('end', () => this.#take(null));
    // A full receiver stops the sender, as it would without the proxy.
    to.on('drain', () => this.look());
    this.look();
  }

  /** Follows what the faults are now. */
  look(): void {
    if (this.#faults.silent || this.#to.writableNeedDrain) this.#from.pause();
    else this.#from.resume();
    this.#pump();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#queue = [];
  }

  #take(data: Buffer | null): void {
    if (data !== null && this.#loses && this.#faults.loseReplies) return;
    const { delay, jitter } = this.#faults;
    const due = performance.now() + delay + jitter * this.#random.next();
    const behind = this.#queue[this.#queue.length - 1]?.due ?? 0;
    this.#queue.push({ data, due: Math.max(due, behind) });
    this.#pump();
  }

  #pump(): void {
    clearTimeout(this.#timer);
    if (this.#faults.silent) return;
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      const wait = next.due - performance.now();
      if (wait > 0) return void (this.#timer = setTimeout(() => this.#pump(), wait));
      this.#queue.shift();
      if (next.data === null) this.#to.end();
      else if (!this.#pass(next.data)) return;
    }
  }

  /** @returns false where that was the last of this link */
  #pass(data: Buffer): boolean {
    const part = this.allowance === null ? data : data.subarray(0, this.allowance);
    if (this.#to.writable && !this.#to.write(part)) this.#from.pause();
    this.passed += part.length;
    if (this.allowance === null) return true;
    this.allowance -= part.length;
    if (this.allowance > 0) return true;
    // What was written last shall be seen before the line breaks.
    this.#to.write('', () => this.#exhausted());
    this.#queue = [];
    return false;
  }
}

/** One connection of a client to the hub. */
export class Link {
  readonly client: Socket;
  /** Whether it asked to become a websocket; the others fetch pages. */
  websocket = false;
  #hub: Socket | null = null;
  #pipes: Pipe[] = [];
  #dead = false;
  readonly #faults: Faults;
  readonly #reach: () => Socket;
  readonly #random: Random;
  readonly #gone: () => void;

  constructor(
    client: Socket,
    { faults, reach, random, gone }: { faults: Faults; reach(): Socket; random: Random; gone(): void },
  ) {
    this.client = client;
    this.#faults = { ...faults };
    this.#reach = reach;
    this.#random = random;
    this.#gone = gone;
    this.#watch(client);
    client.once('data', (first: Buffer) => {
      this.websocket = /^upgrade: websocket/im.test(first.toString('latin1'));
    });
    if (this.#faults.silent) client.pause();
    else this.#open();
  }

  /** Bytes that went from the client to the hub, and from the hub to the client. */
  get passed(): { up: number; down: number } {
    return { up: this.#pipes[0]?.passed ?? 0, down: this.#pipes[1]?.passed ?? 0 };
  }

  silent(): void {
    this.#faults.silent = true;
    this.#look();
  }

  resume({ held = 'forward' }: { held?: 'forward' | 'drop' } = {}): void {
    if (held === 'drop' && this.#faults.silent) this.#dead = true;
    if (this.#dead) return;
    this.#faults.silent = false;
    if (this.#hub === null) this.#open();
    this.#look();
  }

  loseReplies(on = true): void {
    this.#faults.loseReplies = on;
  }

  delay(ms: number, jitter = 0): void {
    Object.assign(this.#faults, { delay: ms, jitter });
  }

  cutMidFrame(bytes: number): void {
    const down = this.#pipes[1];
    if (down) down.allowance = bytes;
  }

  cut({ politely = false }: { politely?: boolean } = {}): void {
    for (const pipe of this.#pipes) pipe.end();
    for (const socket of [this.client, this.#hub]) {
      if (politely) socket?.destroySoon();
      else socket?.resetAndDestroy();
    }
    this.#gone();
  }

  #open(): void {
    const hub = this.#reach();
    this.#hub = hub;
    this.#watch(hub);
    const parts = { faults: this.#faults, random: this.#random, exhausted: () => this.cut() };
    this.#pipes = [
      new Pipe(this.client, hub, { ...parts, loses: false }),
      new Pipe(hub, this.client, { ...parts, loses: true }),
    ];
  }

  #look(): void {
    for (const pipe of this.#pipes) pipe.look();
  }

  /** A broken end breaks the other one too, unless nobody can hear of it now. */
  #watch(socket: Socket): void {
    socket.setNoDelay(true);
    socket.on('error', () => {
      if (!this.#faults.silent) this.cut();
    });
    socket.on('close', () => {
      if (this.client.destroyed && (this.#hub?.destroyed ?? true)) this.#gone();
    });
  }
}

export class FaultProxy {
  readonly port: number;
  readonly url: string;
  readonly #server: Server;
  readonly #links = new Set<Link>();
  readonly #faults: Faults = { silent: false, loseReplies: false, delay: 0, jitter: 0 };

  private constructor(server: Server) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
    this.url = `http://127.0.0.1:${this.port}`;
  }

  /** @param url of the hub that stands behind it; it may go away and come back */
  static async before(url: string, seed = 1): Promise<FaultProxy> {
    const { hostname, port } = new URL(url);
    const random = seeded(seed);
    const reach = () => connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    let take: (client: Socket) => void = (client) => client.destroy();
    const server = createServer({ allowHalfOpen: true }, (client) => take(client));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(0, '127.0.0.1', resolve);
    });
    const proxy = new FaultProxy(server);
    take = (client) => {
      const link: Link = new Link(client, {
        faults: proxy.#faults,
        reach,
        random: random.fork(),
        gone: () => proxy.#links.delete(link),
      });
      proxy.#links.add(link);
    };
    return proxy;
  }

  /** Those that are open, the oldest first. */
  get links(): Link[] {
    return [...this.#links];
  }

  /** Those that carry a page's messages, not the page. */
  get sockets(): Link[] {
    return this.links.filter(({ websocket }) => websocket);
  }

  silent(): void {
    this.#faults.silent = true;
    for (const link of this.#links) link.silent();
  }

  resume(how: { held?: 'forward' | 'drop' } = {}): void {
    this.#faults.silent = false;
    for (const link of this.#links) link.resume(how);
  }

  loseReplies(on = true): void {
    this.#faults.loseReplies = on;
    for (const link of this.#links) link.loseReplies(on);
  }

  delay(ms: number, jitter = 0): void {
    Object.assign(this.#faults, { delay: ms, jitter });
    for (const link of this.#links) link.delay(ms, jitter);
  }

  cut(how: { politely?: boolean } = {}): void {
    for (const link of this.links) link.cut(how);
  }

  cutMidFrame(bytes: number): void {
    for (const link of this.links) link.cutMidFrame(bytes);
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
