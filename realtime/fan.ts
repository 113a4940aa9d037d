/**
 * One packet to everybody of a room, encoded once and written straight to each line that is free. A line that is not
 * (it polls, something is still on its way to it, ws is another than we know) is served by Socket.IO itself, which keeps
 * the order: it is written to directly only where Socket.IO and ws hold nothing back for it.
 */
import { createRequire } from 'node:module';
import type { Socket as RawSocket } from 'node:net';
import type { Server, Socket } from 'socket.io';

/** Whose insides are known: a later ws goes the way of `io.emit`, which is right and slower. */
const KNOWN = /^8\.(?:1[89]|2\d)\./;
const { version } = createRequire(import.meta.url)('ws/package.json') as { version: string };

/** What of engine.io and ws is looked at; everything may be missing. */
interface Conn {
  readyState?: string;
  writeBuffer?: readonly unknown[];
  transport?: {
    name?: string;
    writable?: boolean;
    socket?: { readyState?: number; _sender?: { _state?: number }; _socket?: RawSocket | null };
  };
}

const OPEN = 1;
const IDLE = 0;

/** The bare socket of a line to which nothing is under way; null where the packet has to go the long way. */
function freeLine({ conn }: Socket): RawSocket | null {
  const { readyState, writeBuffer, transport } = conn as unknown as Conn;
  if (readyState !== 'open' || writeBuffer?.length !== 0 || transport?.writable !== true) return null;
  const { socket } = transport;
  if (transport.name !== 'websocket' || socket?.readyState !== OPEN || socket._sender?._state !== IDLE)
    return null;
  const raw = socket._socket;
  return raw?.writable === true && raw.writableLength === 0 ? raw : null;
}

/** A text message of a server as RFC 6455 frames it, whole: head and text in one piece, so that it is one write. */
export function framed(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = 0x81;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, head);
  return frame;
}

export class Fan {
  readonly #io: Server;
  readonly #direct: boolean;

  /** @param direct false sends everything by Socket.IO; what is received is the same */
  constructor(io: Server, direct = KNOWN.test(version)) {
    this.#io = io;
    this.#direct = direct;
  }

  /** Sends an event with a message of plain JSON to the room as it is now. */
  send(room: string, event: string, message: object): void {
    const { sockets } = this.#io;
    const ids = sockets.adapter.rooms.get(room);
    if (!ids) return;
    if (!this.#direct) return void this.#io.to(room).emit(event, message);
    // Engine.IO's message, Socket.IO's event.
    const frame = framed(`42${JSON.stringify([event, message])}`);
    const others: string[] = [];
    for (const id of ids) {
      const socket = sockets.sockets.get(id);
      const line = socket ? freeLine(socket) : null;
      if (line) line.write(frame);
      else others.push(id);
    }
    if (others.length > 0) this.#io.to(others).emit(event, message);
  }
}
