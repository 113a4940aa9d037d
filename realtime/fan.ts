/**
 * One packet to many, encoded once and written straight to each line that is free. A line that is not (it polls,
 * something is still on its way to it, ws is another than we know) is served by engine.io, which keeps the order: it is
 * written to directly only where engine.io and ws hold nothing back for it.
 */
import type { Socket } from 'socket.io';
import { freeLine, heldLine, type Reached } from './raw-line.ts';

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

/** An event with a message of plain JSON, as Socket.IO writes it down. */
export const packetOf = (event: string, message: object): string => `2${JSON.stringify([event, message])}`;

/** What engine.io takes of a packet that is framed already. */
interface Conn {
  write(packet: string, options: { wsPreEncodedFrame?: readonly Buffer[] }): unknown;
}

/** By engine.io: in its turn, and by polling where that is how he listens. */
function passOn({ conn, connected }: Socket, packet: string, frame?: Buffer): void {
  if (connected) (conn as unknown as Conn).write(packet, frame ? { wsPreEncodedFrame: [frame] } : {});
}

export class Fan<One extends Reached> {
  readonly #direct: boolean;

  /** @param direct false sends everything by engine.io; what is received is the same */
  constructor(direct = true) {
    this.#direct = direct;
  }

  /**
   * Sends an event with a message of plain JSON to all of them.
   * @param leaveOut asked of each whose line is not free; true where he is not sent it
   */
  send(
    all: Iterable<One>,
    event: string,
    message: object,
    leaveOut: (one: One) => boolean = () => false,
  ): void {
    const packet = packetOf(event, message);
    // Engine.IO's message, Socket.IO's event.
    const frame = framed(`4${packet}`);
    for (const one of all) {
      const tcp = this.#direct ? freeLine(one) : null;
      if (tcp !== null) tcp.write(frame);
      else if (!leaveOut(one)) passOn(one.socket, packet, frame);
    }
  }

  /** Sends one packet to one; what this turn of the loop sends to him leaves in one write where his line is held. */
  tell(one: One, packet: string): void {
    const tcp = this.#direct ? heldLine(one) : null;
    if (tcp !== null) tcp.write(framed(`4${packet}`));
    else passOn(one.socket, packet);
  }

  /** The same for a packet that is framed already. */
  hand(one: One, packet: () => string, frame: Buffer): void {
    const tcp = this.#direct ? heldLine(one) : null;
    if (tcp !== null) tcp.write(frame);
    else passOn(one.socket, packet());
  }
}
