/** The one place that knows Socket.IO. */
import { io } from 'socket.io-client';
import type { SocketLike } from './line.ts';

/** `hello` is asked at each connection, so that `since` is what the page has by then. */
export type Dial = (hello: () => Record<string, unknown>) => SocketLike;

export const dialHub: Dial = (hello) =>
  io({
    transports: ['websocket'],
    reconnection: false,
    autoConnect: false,
    forceNew: true,
    timeout: 8000,
    auth: (tell) => tell(hello()),
  });
