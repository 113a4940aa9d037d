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
