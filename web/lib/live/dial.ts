import { HubSocket } from './hub-socket.ts';
import type { SocketLike } from './line.ts';

/** `hello` is asked at each connection, so that `since` is what the page has by then. */
export type Dial = (hello: () => Record<string, unknown>) => SocketLike;

/** The hub that this page came from. */
export const dialHub: Dial = (hello) => new HubSocket(location.origin.replace(/^http/, 'ws'), hello);
