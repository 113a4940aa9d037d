/** The one place that knows Socket.IO. */
import { Manager, WebSocket } from 'socket.io-client';
import type { SocketLike } from './line.ts';

/** How long a connection may take until it is let in, in ms. */
const PATIENCE = 8000;

/** `hello` is asked at each connection, so that `since` is what the page has by then. */
export type Dial = (hello: () => Record<string, unknown>) => SocketLike;

/** Over WebSocket only. Coming back is the line's: a phone that wakes up must not sit out the library's back-off. */
export const dialHub: Dial = (hello) =>
  new Manager({
    transports: [WebSocket],
    reconnection: false,
    autoConnect: false,
    timeout: PATIENCE,
  }).socket('/', { auth: (tell) => tell(hello()) });
