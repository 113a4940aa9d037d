/** A websocket down to its bytes: a client that stops reading, that floods, or that says what no honest one can. */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { PROTOCOL } from '../../realtime/protocol-names.ts';

const TEXT = 1;
const CLOSE = 8;

/** A frame as clients send it: masked. */
export function framed(payload: Buffer, opcode = TEXT): Buffer {
  const size = payload.length;
  const head = size < 126 ? Buffer.alloc(2) : size < 65_536 ? Buffer.alloc(4) : Buffer.alloc(10);
  head[0] = 0x80 | opcode;
  head[1] = 0x80 | (size < 126 ? size : size < 65_536 ? 126 : 127);
  if (head.length === 4) head.writeUInt16BE(size, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(size), 2);
  const mask = randomBytes(4);
  return Buffer.concat([head, mask, payload.map((byte, at) => byte ^ (mask[at & 3] ?? 0))]);
}

export class RawLine {
  readonly socket: Socket;
  /** Whether the hub ended it, or it ended itself. */
  closed = false;
  /** Messages that came. */
  heard = 0;
  /** Called with each message. */
  onText: (text: string) => void = () => undefined;
  #buffer: Buffer = Buffer.alloc(0);
  #upgraded = false;
  #asked = 0;
  readonly #answers = new Map<number, (answer: unknown) => void>();

  constructor(url: string, hello: Record<string, unknown>) {
    const { hostname, port } = new URL(url);
    this.socket = connect({ host: hostname, port: Number(port) });
    this.socket.setNoDelay(true);
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => {
      this.closed = true;
      for (const answer of this.#answers.values()) answer(null);
      this.#answers.clear();
    });
    this.socket.on('data', (data) => this.#take(data));
    this.socket.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\n` +
        `Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    );
    this.#hello = `40${JSON.stringify({ protocol: PROTOCOL, ...hello })}`;
  }

  readonly #hello: string;

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
    const text = payload.toString();
    this.heard += 1;
    if (text.startsWith('0')) this.text(this.#hello);
    else if (text === '2') this.text('3');
    const answer = /^43(\d+)/.exec(text);
    if (answer) {
      const nth = Number(answer[1]);
      const [said] = JSON.parse(text.slice(answer[0].length)) as unknown[];
      this.#answers.get(nth)?.(said);
      this.#answers.delete(nth);
    }
    this.onText(text);
  }
}
