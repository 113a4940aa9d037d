/** A phone on a bad cell: Chromium under throttling, with everything that goes over its wire counted. */
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from '@playwright/test';

/** 400 kbit/s each way, 400 ms round trip, a processor four times slower. */
export const CELL = { bytesPerSecond: 400_000 / 8, latency: 400, slower: 4 };

export interface Fetched {
  path: string;
  type: string;
  /** Over the wire with headers, in bytes. */
  wire: number;
  cached: boolean;
}

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });

export class Phone {
  readonly page: Page;
  readonly fetched: Fetched[] = [];
  /** Of the sockets: what their frames hold, in bytes. */
  socket = { in: 0, out: 0, frames: [] as { way: 'in' | 'out'; text: string }[] };
  readonly #cdp: CDPSession;
  readonly #open = new Map<string, Fetched>();
  #last = performance.now();

  private constructor(page: Page, cdp: CDPSession) {
    this.page = page;
    this.#cdp = cdp;
  }

  static async open(context: BrowserContext): Promise<Phone> {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const phone = new Phone(page, cdp);
    await phone.#count();
    return phone;
  }

  async throttle(): Promise<void> {
    await this.#network({ offline: false });
    await this.#cdp.send('Emulation.setCPUThrottlingRate', { rate: CELL.slower });
  }

  /** The network is gone. */
  offline(): Promise<void> {
    return this.#network({ offline: true });
  }

  async #network({ offline }: { offline: boolean }): Promise<void> {
    await this.#cdp.send('Network.emulateNetworkConditions', {
      offline,
      latency: CELL.latency,
      downloadThroughput: CELL.bytesPerSecond,
      uploadThroughput: CELL.bytesPerSecond,
    });
  }

  async #count(): Promise<void> {
    const cdp = this.#cdp;
    await cdp.send('Network.enable');
    cdp.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
      this.#last = performance.now();
      this.#open.set(requestId, {
        path: new URL(request.url).pathname,
        type: type ?? 'Other',
        wire: 0,
        cached: false,
      });
    });
    cdp.on('Network.requestServedFromCache', ({ requestId }) => this.#cached(requestId));
    cdp.on('Network.responseReceived', ({ requestId, response }) => {
      if (response.fromDiskCache === true) this.#cached(requestId);
    });
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      this.#done(requestId, encodedDataLength),
    );
    cdp.on('Network.loadingFailed', ({ requestId }) => this.#open.delete(requestId));
    cdp.on('Network.webSocketFrameReceived', ({ response }) => this.#frame('in', response.payloadData));
    cdp.on('Network.webSocketFrameSent', ({ response }) => this.#frame('out', response.payloadData));
  }

  #cached(requestId: string): void {
    const one = this.#open.get(requestId);
    if (one) one.cached = true;
  }

  #done(requestId: string, wire: number): void {
    const one = this.#open.get(requestId);
    if (!one) return;
    this.#last = performance.now();
    this.#open.delete(requestId);
    this.fetched.push({ ...one, wire: one.cached ? 0 : wire });
  }

  /** RFC 6455: two bytes before a short message, four before a longer one; a client's are masked by four more. */
  #frame(way: 'in' | 'out', text: string): void {
    const length = Buffer.byteLength(text);
    this.socket[way] += length + (length < 126 ? 2 : 4) + (way === 'out' ? 4 : 0);
    this.socket.frames.push({ way, text });
  }

  /** Resolves when nothing was fetched for this long, in ms. */
  async quiet(ms = 1500): Promise<void> {
    while (this.#open.size > 0 || performance.now() - this.#last < ms)
      await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
