/**
 * What lies under a Socket.IO connection, where it is what we know: the websocket of ws and its TCP socket. Another ws,
 * a line that polls, one that is closing: null, and whoever asked goes the long way, by Socket.IO itself.
 */
import { createRequire } from 'node:module';
import type { Socket as TcpSocket } from 'node:net';
import type { Socket } from 'socket.io';

/** Whose insides are known. */
const KNOWN = /^8\.(?:1[89]|2\d)\./;
const { version } = createRequire(import.meta.url)('ws/package.json') as { version: string };
const isKnown = KNOWN.test(version);

/** What of engine.io and ws is looked at; everything may be missing. */
interface Conn {
  readyState?: string;
  writeBuffer?: readonly unknown[];
  transport?: {
    name?: string;
    writable?: boolean;
    socket?: { readyState?: number; _sender?: { _state?: number }; _socket?: TcpSocket | null };
  };
}

const OPEN = 1;
const IDLE = 0;

/** The TCP socket of an open websocket. */
export function rawLine({ conn }: Socket): TcpSocket | null {
  const { readyState, transport } = conn as unknown as Conn;
  const socket = transport?.socket;
  if (!isKnown || readyState !== 'open' || transport?.name !== 'websocket' || socket?.readyState !== OPEN)
    return null;
  const raw = socket._socket;
  return raw?.writable === true ? raw : null;
}

/** The same, where nothing is under way to it: neither Socket.IO nor ws nor TCP holds anything back that goes before. */
export function freeLine(socket: Socket): TcpSocket | null {
  const { writeBuffer, transport } = socket.conn as unknown as Conn;
  if (writeBuffer?.length !== 0 || transport?.writable !== true) return null;
  if (transport.socket?._sender?._state !== IDLE) return null;
  const raw = rawLine(socket);
  return raw?.writableLength === 0 ? raw : null;
}
