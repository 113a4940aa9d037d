/**
 * Socket.IO spoken over one WebSocket: Engine.IO 4 and Socket.IO 5 as the hub speaks them, text packets only.
 * The official client carries polling, upgrades and binary packets, which is a fifth of an examiner's first load;
 * `tests/web/hub-socket.test.ts` holds this one to the real server.
 */
import type { SocketLike } from './line.ts';

/** How long a connection may take from the dial to the hub's welcome, in ms. */
const WELCOME = 8000;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each event names the data of its own
type Listener = (...args: any[]) => void;

export class HubSocket implements SocketLike {
  connected = false;
  readonly #url: string;
  readonly #hello: () => unknown;
  readonly #listeners: Record<string, Listener[]> = {};
  #ws: WebSocket | null = null;
  #acks: Record<number, (answer: unknown) => void> = {};
  #asked = 0;
  /** Ends a connection on which nothing was heard for too long. */
  #watch: ReturnType<typeof setTimeout> | undefined;
  #patience = WELCOME;

  constructor(url: string, hello: () => unknown) {
    this.#url = url;
    this.#hello = hello;
  }

  on(event: string, listener: Listener): void {
    (this.#listeners[event] ??= []).push(listener);
  }

  connect(): void {
    if (this.#ws) return;
    const ws = new WebSocket(`${this.#url}/socket.io/?EIO=4&transport=websocket`);
    this.#ws = ws;
    this.#patience = WELCOME;
    this.#listen();
    ws.onmessage = ({ data }) => {
      if (this.#ws === ws && typeof data === 'string') this.#engine(data);
    };
    ws.onclose = () => {
      if (this.#ws === ws) this.#ended();
    };
  }

  /** Says so where it was connected; an attempt under way is dropped without a word. */
  disconnect(): void {
    if (this.connected) this.#send('41');
    if (this.#drop()) this.#say('disconnect');
  }

  /** Only while connected; `ack` is never called where the connection ends first. */
  emit(event: string, message: unknown, ack: (answer: unknown) => void): void {
    const id = this.#asked++;
    this.#acks[id] = ack;
    this.#send(`42${id}${JSON.stringify([event, message])}`);
  }

  #send(packet: string): void {
    if (this.#ws?.readyState === WebSocket.OPEN) this.#ws.send(packet);
  }

  #say(event: string, ...args: unknown[]): void {
    for (const listener of this.#listeners[event] ?? []) listener(...args);
  }

  #listen(): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#ended(), this.#patience);
  }

  /** Engine.IO: 0 open, 1 close, 2 ping, 4 message. */
  #engine(packet: string): void {
    const rest = packet.slice(1);
    if (packet[0] === '0') {
      const { pingInterval, pingTimeout } = JSON.parse(rest) as { pingInterval: number; pingTimeout: number };
      this.#patience = pingInterval + pingTimeout;
      this.#send(`40${JSON.stringify(this.#hello())}`);
    } else if (packet[0] === '1') this.#ended();
    else if (packet[0] === '2') {
      this.#send('3');
      this.#listen();
    } else if (packet[0] === '4') this.#packet(rest);
  }

  /** Socket.IO: 0 connect, 1 disconnect, 2 event, 3 acknowledgement, 4 connect error. */
  #packet(packet: string): void {
    if (packet[0] === '0') {
      this.connected = true;
      this.#listen();
      this.#say('connect');
    } else if (packet[0] === '1') this.#ended();
    else if (packet[0] === '2') {
      const [event, ...args] = JSON.parse(packet.slice(1)) as [string, ...unknown[]];
      this.#say(event, ...args);
    } else if (packet[0] === '3') this.#answered(packet);
    else if (packet[0] === '4') this.#ended(JSON.parse(packet.slice(1)));
  }

  #answered(packet: string): void {
    const [, id = '', answers = '[]'] = /^3(\d+)(.*)$/.exec(packet) ?? [];
    const ack = this.#acks[Number(id)];
    delete this.#acks[Number(id)];
    ack?.((JSON.parse(answers) as unknown[])[0]);
  }

  /** @param error what the hub said where it did not let this connection in */
  #ended(error?: unknown): void {
    if (!this.#ws) return;
    if (this.#drop()) this.#say('disconnect');
    else this.#say('connect_error', error);
  }

  /** @returns whether it was connected */
  #drop(): boolean {
    const [ws, was] = [this.#ws, this.connected];
    clearTimeout(this.#watch);
    this.#ws = null;
    this.connected = false;
    this.#acks = {};
    ws?.close();
    return was;
  }
}
