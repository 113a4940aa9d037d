/**
 * A websocket by hand, over a bare TCP socket: five thousand of them that come at once cost the machine that measures a
 * third of what a library's do, so that the server is what is measured. It sends short texts, and hears whole messages.
 */
import { connect, type Socket } from 'node:net';

const END_OF_HEAD = '\r\n\r\n';
const TEXT = 1;
const CLOSE = 8;
const MASK = Buffer.from([0x5a, 0xc3, 0x99, 0x0f]);

/** A client's text frame; clients mask what they send (RFC 6455). */
function masked(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 6 : 8;
  if (length > 65_535) throw new RangeError('no phone says that much');
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = 0x81;
  frame[1] = 0x80 | (length < 126 ? length : 126);
  if (length >= 126) frame.writeUInt16BE(length, 2);
  MASK.copy(frame, head - 4);
  frame.write(text, head);
  for (let at = 0; at < length; at += 1) frame[head + at]! ^= MASK[at & 3]!;
  return frame;
}

export class PlainWebsocket {
  onopen: () => void = () => undefined;
  onmessage: (data: Buffer) => void = () => undefined;
  onclose: (error: Error) => void = () => undefined;
  readonly #socket: Socket;
  /** What came of a head or a frame that is not complete. */
  #rest: Buffer | null = null;
  #isOpen = false;

  /** @param url `http://HOST:PORT/PATH` */
  constructor(url: string) {
    const { hostname, port, host, pathname, search } = new URL(url);
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.#socket.write(
      `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==${END_OF_HEAD}`,
    );
    this.#socket.on('data', (data) => this.#hear(data));
    this.#socket.on('error', (error) => this.onclose(error));
    this.#socket.on('close', () => this.onclose(new Error('the line was closed')));
  }

  send(text: string): void {
    this.#socket.write(masked(text));
  }

  close(): void {
    this.#socket.destroy();
  }

  #hear(data: Buffer): void {
    let from = this.#rest === null ? data : Buffer.concat([this.#rest, data]);
    this.#rest = null;
    if (!this.#isOpen) {
      const end = from.indexOf(END_OF_HEAD);
      if (end < 0) return void (this.#rest = from);
      if (!from.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101')))
        return void this.#socket.destroy(new Error(from.toString('latin1')));
      this.#isOpen = true;
      this.onopen();
      from = from.subarray(end + END_OF_HEAD.length);
    }
    this.#frames(from);
  }

  #frames(data: Buffer): void {
    let at = 0;
    while (data.length - at >= 2) {
      const short = data[at + 1]! & 127;
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (data.length - at < head) break;
      const length =
        short < 126
          ? short
          : short === 126
            ? data.readUInt16BE(at + 2)
            : Number(data.readBigUInt64BE(at + 2));
      if (data.length - at < head + length) break;
      const opcode = data[at]! & 15;
      if (opcode === TEXT) this.onmessage(data.subarray(at + head, at + head + length));
      else if (opcode === CLOSE) this.#socket.end();
      at += head + length;
    }
    if (at < data.length) this.#rest = at === 0 ? data : data.subarray(at);
  }
}
