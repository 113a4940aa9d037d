/** The one place that knows Socket.IO. */
import { Manager, WebSocket } from 'socket.io-client';
import type { Early } from './early.ts';
import type { SocketLike } from './line.ts';

/** How long a connection may take until it is let in, in ms. */
const PATIENCE = 8000;

/**
 * `hello` is asked at each connection, so that `since` is what the page has by then. `early` is what was dialled before
 * the bundle was there: the first connection goes on with it.
 */
export type Dial = (hello: () => Record<string, unknown>, early: Early | null) => SocketLike;

const OPEN = 1;
/** Socket.IO's connect, which says the hello. */
const CONNECT = '40';

/** The library's way over WebSocket, which begins with what is there already. */
function beginningWith(early: Early | null): typeof WebSocket {
  let waiting = early;
  return class extends WebSocket {
    #greeted = false;

    override createSocket(...how: Parameters<WebSocket['createSocket']>): unknown {
      const taken = waiting;
      waiting = null;
      if (!taken || taken.socket.readyState > OPEN) return super.createSocket(...how);
      this.#greeted = taken.greeted;
      if (taken.socket.readyState === OPEN) void Promise.resolve().then(() => catchUp(taken));
      return taken.socket;
    }

    override doWrite(...what: Parameters<WebSocket['doWrite']>): void {
      if (this.#greeted && String(what[1]).startsWith(CONNECT)) this.#greeted = false;
      else super.doWrite(...what);
    }
  };
}

/** The library hears what it would have heard; it listens by now. */
function catchUp({ socket, heard }: Early): void {
  socket.onopen?.(new Event('open'));
  for (const data of heard) socket.onmessage?.(new MessageEvent('message', { data }));
}

/** Over WebSocket only. Coming back is the line's: a phone that wakes up must not sit out the library's back-off. */
export const dialHub: Dial = (hello, early) =>
  new Manager({
    transports: [beginningWith(early)],
    reconnection: false,
    autoConnect: false,
    timeout: PATIENCE,
  }).socket('/', { auth: (tell) => tell(hello()) });
