/** The one place that knows what the hub speaks. */
import type { SocketLike } from './line.ts';
import { Wire } from './wire.ts';

/** `hello` is asked at each connection, so that `since` is what the page has by then. */
export type Dial = (hello: () => Record<string, unknown>) => SocketLike;

export const dialHub: Dial = (hello) => new Wire({ hello });
