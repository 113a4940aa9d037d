/**
 * One packet to everybody of a room, encoded once and written straight to each line that is free. A line that is not
 * (it polls, something is still on its way to it, ws is another than we know) is served by Socket.IO itself, which keeps
 * the order: it is written to directly only where Socket.IO and ws hold nothing back for it.
 */
import type { Server } from 'socket.io';
import { freeLine } from './raw-line.ts';

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
  constructor(io: Server, direct = true) {
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
