/**
 * The line of a page whose bundle is still on its way. A few lines in the page itself (`web/phone/early.ts`) dial the hub
 * and say hello, so that on a bad cell the handshakes pass while the bundle is fetched; the first connection of the page
 * goes on with what they have. Where there is none, it is dialled as ever.
 */
import type { HelloOfPage } from './hello.ts';

export interface Early {
  hello: HelloOfPage;
  socket: WebSocket;
  /** Whether the hello was sent. */
  greeted: boolean;
  /** What the hub has sent so far, as it came. */
  heard: string[];
}

declare global {
  var early: Early | undefined;
}

/** What was dialled for this meeting, once; what nobody goes on with is closed. */
export function takeEarly(code: string): Early | null {
  const early = globalThis.early;
  delete globalThis.early;
  if (!early) return null;
  if (early.hello.code === code && early.socket.readyState <= WebSocket.OPEN) return early;
  early.socket.close();
  return null;
}
