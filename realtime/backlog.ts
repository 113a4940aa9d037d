/**
 * What waits for a connection that does not read: a half-open phone, a page that hangs. Frames to a whole room are
 * encoded once and shared, so a thousand such phones hold the same bytes; but nobody holds them without end.
 */
import type { Socket } from 'socket.io';

/**
 * Packets that may wait for one connection when it is looked at. Ten seconds of an examiner's frames: whoever is that
 * far behind is let go, and is sent one whole frame when he comes back instead of all of them.
 */
export const MOST_UNREAD = 100;

/** Packets that the transport has not taken yet, because what went before is still on its way out. */
export const unread = (socket: Socket): number =>
  (socket.conn as unknown as { writeBuffer: readonly unknown[] }).writeBuffer.length;

/** From so many on, a connection is sent no more frames until it has taken what it has: each would be older than the next. */
const BEHIND = 8;
export const isBehind = (socket: Socket): boolean => unread(socket) >= BEHIND;

/** Those who read more slowly than frames are made. */
export class Behind {
  readonly #waiting = new Map<Socket, () => void>();

  /** Whether this one is to be left out of the next frame; `caughtUp` is called once when it reads again. */
  add(socket: Socket, caughtUp: () => void): boolean {
    if (!isBehind(socket)) return false;
    this.#waiting.set(socket, caughtUp);
    // Said when what waited is handed to the transport, which has then sent what it had before.
    socket.conn.once('drain', () => {
      const back = this.#waiting.get(socket);
      this.#waiting.delete(socket);
      back?.();
    });
    return true;
  }

  drop(socket: Socket): void {
    this.#waiting.delete(socket);
  }
}
