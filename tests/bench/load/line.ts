/**
 * A phone's line without its page: Socket.IO's packets by hand over a bare websocket, so that thousands of them cost the
 * machine that measures as little as can be. It speaks to the product and to the baselines alike.
 */
import { PlainWebsocket } from './plain-websocket.ts';

const OPEN = 48; // '0'
const PING = 50; // '2'
const MESSAGE = 52; // '4'
const CONNECTED = 48;
const EVENT = 50;
const ACK = 51;
const REFUSED = 52;

export class Line {
  /** Events that came; a watcher that reads them sets `heard`. */
  events = 0;
  heard: ((packet: Buffer) => void) | null = null;
  /** Resolves when the hub has let it in. */
  readonly open: Promise<void>;
  /** Resolves with its first event: a phone's first view. */
  readonly first: Promise<void>;
  readonly #socket: PlainWebsocket;
  readonly #answers = new Map<number, (reply: unknown) => void>();
  #asked = 0;
  #saw: () => void = () => undefined;

  /** @param url of the server, `http://HOST:PORT` */
  constructor(url: string, hello: object) {
    this.#socket = new PlainWebsocket(`${url}/socket.io/?EIO=4&transport=websocket`);
    this.first = new Promise((resolve) => (this.#saw = resolve));
    this.open = new Promise((resolve, reject) => {
      this.#socket.onclose = reject;
      this.#socket.onmessage = (data) => this.#hear(data, hello, resolve, reject);
    });
    // Whoever waits for it hears of it; a line that is closed in the end is nobody's fault.
    this.open.catch(() => undefined);
  }

  /** Sends an event and resolves with what it is answered. */
  ask<Reply>(event: string, body: unknown): Promise<Reply> {
    const id = (this.#asked += 1);
    return new Promise((resolve) => {
      this.#answers.set(id, resolve as (reply: unknown) => void);
      this.#socket.send(`42${id}${JSON.stringify([event, body])}`);
    });
  }

  close(): void {
    this.#socket.close();
  }

  #hear(data: Buffer, hello: object, opened: () => void, refused: (error: Error) => void): void {
    if (data[0] === PING) return this.#socket.send('3');
    if (data[0] === OPEN) return this.#socket.send(`40${JSON.stringify(hello)}`);
    if (data[0] !== MESSAGE) return;
    if (data[1] === EVENT) {
      this.events += 1;
      if (this.events === 1) this.#saw();
      this.heard?.(data);
    } else if (data[1] === ACK) this.#answer(data.toString());
    else if (data[1] === CONNECTED) opened();
    else if (data[1] === REFUSED) refused(new Error(data.toString()));
  }

  #answer(packet: string): void {
    const from = packet.indexOf('[');
    const id = Number(packet.slice(2, from));
    const answer = this.#answers.get(id);
    this.#answers.delete(id);
    answer?.((JSON.parse(packet.slice(from)) as unknown[])[0]);
  }
}

/** So many lines, opened a portion at a time; resolves when all are in. */
export async function lines(count: number, open: (at: number) => Line, portion = 200): Promise<Line[]> {
  const all: Line[] = [];
  while (all.length < count) {
    const some = Array.from({ length: Math.min(portion, count - all.length) }, (_, at) =>
      open(all.length + at),
    );
    await Promise.all(some.map((line) => line.open));
    all.push(...some);
  }
  return all;
}
