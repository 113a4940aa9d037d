/**
 * Socket.IO's protocol 5 over Engine.IO's protocol 4, as much of it as a page of ours speaks: WebSocket only, text
 * only, one namespace, answers to what was asked. The library's own client is a sixth of a phone's first load, for
 * ways that are never gone (docs/decisions/0011). Coming back is not in here either: that is the line's.
 */
import type { SocketLike } from './line.ts';

/** How long a connection may take until it is let in, ms. */
const PATIENCE = 8000;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each event names the data of its own
type Listener = (...args: any[]) => void;

export interface WireOptions {
  /** Asked at each connection. */
  hello: () => Record<string, unknown>;
  /** Where the hub is; the page's own by default. */
  url?: string;
}

const ownHub = (): string => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}`;

export class Wire implements SocketLike {
  connected = false;
  readonly #hello: () => Record<string, unknown>;
  readonly #url: string;
  readonly #listeners = new Map<string, Listener[]>();
  #socket: WebSocket | null = null;
  #asked = new Map<number, (answer: unknown) => void>();
  #asks = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** A browser that says it has no network is right. */
  readonly #cut = () => this.#lost();
  /** The longest silence of a hub that is there, ms: its pings come more often. */
  #silence = PATIENCE;

  constructor({ hello, url = ownHub() }: WireOptions) {
    this.#hello = hello;
    this.#url = `${url}/socket.io/?EIO=4&transport=websocket`;
  }

  on(event: string, listener: Listener): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  connect(): void {
    if (this.#socket) return;
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    this.#silence = PATIENCE;
    this.#wait();
    if (typeof window !== 'undefined') window.addEventListener('offline', this.#cut);
    socket.onmessage = ({ data }) => this.#heard(String(data));
    socket.onclose = () => this.#lost();
    socket.onerror = () => this.#lost();
  }

  disconnect(): void {
    if (this.connected) this.#socket?.send('41');
    this.#lost(false);
  }

  /** Sent where there is a line; what is not answered before it breaks never is. */
  emit(event: string, message: unknown, ack: (answer: unknown) => void): void {
    if (!this.connected) return;
    const id = this.#asks++;
    this.#asked.set(id, ack);
    this.#socket?.send(`42${id}${JSON.stringify([event, message])}`);
  }

  #tell(event: string, data?: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(data);
  }

  /** A sign of life was heard; without another one in time the line is dead, whatever the browser says. */
  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#lost(), this.#silence);
  }

  /** @param tells whether a connection that failed is to be told; one that was given up is not */
  #lost(tells = true): void {
    const socket = this.#socket;
    if (!socket) return;
    clearTimeout(this.#timer);
    this.#socket = null;
    socket.onmessage = socket.onclose = socket.onerror = null;
    socket.close();
    if (typeof window !== 'undefined') window.removeEventListener('offline', this.#cut);
    this.#asked.clear();
    const was = this.connected;
    this.connected = false;
    if (was) this.#tell('disconnect');
    else if (tells) this.#tell('connect_error');
  }

  /** The first figure is Engine.IO's kind of packet: 0 open, 1 close, 2 ping, 4 a message, 6 nothing. */
  #heard(packet: string): void {
    if (this.connected) this.#wait();
    const kind = packet[0];
    if (kind === '0') this.#opened(packet.slice(1));
    else if (kind === '1') this.#lost();
    else if (kind === '2') this.#socket?.send('3');
    else if (kind === '4') this.#message(packet[1] ?? '', packet.slice(2));
  }

  #opened(text: string): void {
    const { pingInterval, pingTimeout } = JSON.parse(text) as { pingInterval: number; pingTimeout: number };
    this.#silence = pingInterval + pingTimeout;
    this.#socket?.send(`40${JSON.stringify(this.#hello())}`);
  }

  /** Socket.IO's kinds: 0 let in, 1 put out, 2 an event, 3 an answer, 4 not let in. */
  #message(kind: string, text: string): void {
    if (kind === '0') {
      this.connected = true;
      this.#wait();
      this.#tell('connect');
    } else if (kind === '1') this.#lost();
    else if (kind === '2') {
      const [event, data] = JSON.parse(text) as [string, unknown];
      this.#tell(event, data);
    } else if (kind === '3') this.#answered(text);
    else if (kind === '4') this.#refused(JSON.parse(text));
  }

  #answered(text: string): void {
    const start = text.indexOf('[');
    const id = Number(text.slice(0, start));
    const ack = this.#asked.get(id);
    this.#asked.delete(id);
    ack?.((JSON.parse(text.slice(start)) as unknown[])[0]);
  }

  #refused(error: unknown): void {
    this.#lost(false);
    this.#tell('connect_error', error);
  }
}
