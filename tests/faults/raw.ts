/** A websocket down to its bytes: a client that stops reading, that floods, or that says what no honest one can. */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { PROTOCOL } from '../../realtime/protocol-names.ts';

const TEXT = 1;
const CLOSE = 8;
/** Bytes of a mask. */
const MASK = 4;
/** '43': an answer. */
const ANSWER = [0x34, 0x33];
/** As much of a message as tells what it is. */
const BEGINNING = 100;

/** A frame as clients send it: masked, with the mask that changes nothing, so that a load is cheap to make. */
export function framed(payload: Buffer, opcode = TEXT): Buffer {
  const size = payload.length;
  const head = size < 126 ? 2 : size < 65_536 ? 4 : 10;
  const frame = Buffer.alloc(head + MASK + size);
  frame[0] = 0x80 | opcode;
  frame[1] = 0x80 | (size < 126 ? size : size < 65_536 ? 126 : 127);
  if (head === 4) frame.writeUInt16BE(size, 2);
  if (head === 10) frame.writeBigUInt64BE(BigInt(size), 2);
  payload.copy(frame, head + MASK);
  return frame;
}

export class RawLine {
  readonly socket: Socket;
  /** Whether the hub ended it, or it ended itself. */
  closed = false;
  /** Messages that came. */
  heard = 0;
  /** The last word of the hub, where it gave one. */
  bye: string | null = null;
  #buffer: Buffer = Buffer.alloc(0);
  #upgraded = false;
  #asked = 0;
  readonly #answers = new Map<number, (answer: unknown) => void>();
  readonly #hello: string;
  #awaited: { many: number; resolve(): void } | null = null;

  constructor(url: string, hello: Record<string, unknown>) {
    const { hostname, port } = new URL(url);
    this.socket = connect({ host: hostname, port: Number(port) });
    this.socket.setNoDelay(true);
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => {
      this.closed = true;
      for (const answer of this.#answers.values()) answer(null);
      this.#answers.clear();
      this.#awaited?.resolve();
    });
    this.socket.on('data', (data) => this.#take(data));
    this.socket.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\n` +
        `Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    );
    this.#hello = `40${JSON.stringify({ protocol: PROTOCOL, ...hello })}`;
  }

  text(text: string): void {
    if (!this.closed) this.socket.write(framed(Buffer.from(text)));
  }

  /** An event with an acknowledgement. @returns what was answered; null where the line ended first */
  ask(event: string, message: unknown): Promise<unknown> {
    if (this.closed) return Promise.resolve(null);
    const nth = (this.#asked += 1);
    return new Promise((resolve) => {
      this.#answers.set(nth, resolve);
      this.text(`42${nth}${JSON.stringify([event, message])}`);
    });
  }

  /** Resolves when so many messages have come, or none will any more. */
  hears(many: number): Promise<void> {
    if (this.closed || this.heard >= many) return Promise.resolve();
    return new Promise((resolve) => (this.#awaited = { many, resolve }));
  }

  /** From now on nothing is taken off the line, and the hub is told that all is well. */
  stopsReading(): NodeJS.Timeout {
    this.socket.pause();
    return setInterval(() => this.text('3'), 2000);
  }

  end(): void {
    this.socket.destroy();
  }

  #take(data: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, data]);
    if (!this.#upgraded) {
      const end = this.#buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      this.#upgraded = true;
      this.#buffer = this.#buffer.subarray(end + 4);
    }
    for (let frame = this.#next(); frame; frame = this.#next()) this.#frame(frame.opcode, frame.payload);
  }

  #next(): { opcode: number; payload: Buffer } | null {
    const buffer = this.#buffer;
    if (buffer.length < 2) return null;
    const short = (buffer[1] ?? 0) & 0x7f;
    const head = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (buffer.length < head) return null;
    const size =
      short < 126 ? short : short === 126 ? buffer.readUInt16BE(2) : Number(buffer.readBigUInt64BE(2));
    if (buffer.length < head + size) return null;
    this.#buffer = buffer.subarray(head + size);
    return { opcode: (buffer[0] ?? 0) & 0x0f, payload: buffer.subarray(head, head + size) };
  }

  #frame(opcode: number, payload: Buffer): void {
    if (opcode === CLOSE) return void this.socket.end();
    if (opcode !== TEXT) return;
    this.heard += 1;
    if (this.heard === this.#awaited?.many) this.#awaited.resolve();
    if (payload[0] === ANSWER[0] && payload[1] === ANSWER[1]) return this.#answer(payload.toString());
    // Views are counted and not read: what they say is the honest phones' business.
    const text = payload.toString('latin1', 0, BEGINNING);
    if (text.startsWith('0')) this.text(this.#hello);
    else if (text === '2') this.text('3');
    else if (text.startsWith('42["bye"')) this.bye = text;
  }

  #answer(text: string): void {
    const from = text.indexOf('[');
    const nth = Number(text.slice(ANSWER.length, from));
    const [said] = JSON.parse(text.slice(from)) as unknown[];
    this.#answers.get(nth)?.(said);
    this.#answers.delete(nth);
  }
}
