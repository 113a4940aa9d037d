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

interface Transport {
  name?: string;
  writable?: boolean;
  socket?: Websocket;
}

interface Websocket {
  readyState?: number;
  extensions?: string;
  _socket?: TcpSocket | null;
}

/** What of engine.io and ws is looked at; everything may be missing. */
interface Conn {
  writeBuffer?: readonly unknown[];
  transport?: Transport;
}

/** A websocket and what it stands on. A connection that has one keeps it to its end. */
export interface RawLine {
  readonly transport: Transport;
  readonly websocket: Websocket;
  readonly tcp: TcpSocket;
}

/** Somebody who is sent something; his line is looked for once. */
export interface Reached {
  readonly socket: Socket;
  line: RawLine | null;
}

const OPEN = 1;
/** Bytes that may wait for the end of this turn of the loop; what is more waits where it is counted (backlog.ts). */
const MOST_HELD = 16_384;

/** A websocket that compresses may hold back what it was given, and is none that we know. */
export function lineOf({ conn }: Socket): RawLine | null {
  const { transport } = conn as unknown as Conn;
  const websocket = transport?.socket;
  if (!isKnown || transport?.name !== 'websocket' || websocket?.extensions !== '') return null;
  const tcp = websocket._socket;
  return tcp ? { transport, websocket, tcp } : null;
}

/** What can be left unread for a while: what the other end says then waits in its own buffers. */
export interface Pausable {
  pause(): void;
  resume(): void;
}

/** The websocket of a connection, by what ws promises everybody; null for a line that polls. */
export function pausable({ conn }: Socket): Pausable | null {
  const { transport } = conn as unknown as Conn;
  const line = transport?.name === 'websocket' ? (transport.socket as Partial<Pausable>) : undefined;
  return typeof line?.pause === 'function' && typeof line.resume === 'function' ? (line as Pausable) : null;
}

/** The TCP socket of an open websocket. */
export function rawLine(socket: Socket): TcpSocket | null {
  const line = lineOf(socket);
  return line?.websocket.readyState === OPEN && line.tcp.writable ? line.tcp : null;
}

/** The TCP socket of somebody's line, where nothing is under way to it: neither engine.io nor TCP holds anything back. */
export function freeLine(one: Reached): TcpSocket | null {
  const line = (one.line ??= lineOf(one.socket));
  // engine.io takes more only when ws and TCP have taken what was before, and holds nothing back then.
  if (line === null || line.transport.writable !== true || line.websocket.readyState !== OPEN) return null;
  return line.tcp.writableLength === 0 ? line.tcp : null;
}

/**
 * The same, where what is under way was handed to TCP in this turn of the loop, which holds it until it is over: what is
 * written now goes out behind it, and in the same write.
 */
export function heldLine(one: Reached): TcpSocket | null {
  const line = (one.line ??= lineOf(one.socket));
  if (line === null || line.websocket.readyState !== OPEN) return null;
  if ((one.socket.conn as unknown as Conn).writeBuffer?.length !== 0) return null;
  const { tcp } = line;
  const waits = tcp.writableLength;
  return waits === 0 || (tcp.writableCorked > 0 && waits < MOST_HELD) ? tcp : null;
}
