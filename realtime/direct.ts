/**
 * What Socket.IO has to say to one line goes straight to it, as one write, where the line is free: an acknowledgement
 * costs half of what it costs through engine.io's buffer and the sender of ws. What goes before it is never overtaken:
 * only a line for which neither of them holds anything back is written to directly (`raw-line.ts`).
 */
import type { Socket } from 'socket.io';
import { framed } from './fan.ts';
import { freeLine, type Reached } from './raw-line.ts';

/** How Socket.IO hands a packet to engine.io. */
type Write = (packet: unknown, options?: { wsPreEncodedFrame?: unknown }, done?: () => void) => unknown;

/** Everything that is said to this connection from now on. */
export function speakDirectly(socket: Socket): void {
  const one: Reached = { socket, line: null };
  const conn = socket.conn as unknown as { write: Write };
  const through = conn.write.bind(conn);
  conn.write = (packet, options, done) => {
    const plain =
      typeof packet === 'string' && options?.wsPreEncodedFrame === undefined && done === undefined;
    const line = plain ? freeLine(one) : null;
    // Engine.IO's message.
    if (line) return line.write(framed(`4${packet as string}`));
    return through(packet, options, done);
  };
}
