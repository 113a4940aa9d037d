/**
 * What Socket.IO and engine.io keep of a connection for whoever may want it later, and nobody here does: of five thousand
 * idle phones that is a good part of the memory.
 */
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Socket, type Server } from 'socket.io';
import { randomId } from './ids.ts';

/** What is looked at once a connection stands: where it comes from (whereabouts.ts, secure.ts). */
const LOOKED_AT = ['x-forwarded-for', 'x-forwarded-proto'] as const;

const PLAIN = Object.freeze({});
const SPENT = Object.freeze({});

/** Of the request by which a device came by websocket, only what tells from where; of its hello, which was read, nothing. */
export function shedRequest(socket: Socket): void {
  const conn = socket.conn as unknown as { request: IncomingMessage; transport: { name: string } };
  (socket as unknown as { handshake: object }).handshake = SPENT;
  if (conn.transport.name !== 'websocket') return;
  const { headers, socket: line } = conn.request;
  const kept = LOOKED_AT.filter((name) => headers[name] !== undefined);
  const some = kept.length === 0 ? PLAIN : Object.fromEntries(kept.map((name) => [name, headers[name]]));
  conn.request = { headers: some, socket: line } as unknown as IncomingMessage;
}

/** Of a hello, Socket.IO also writes down when it came, in words, and all of its request; only what was said is read. */
export function shedHandshake(): void {
  const prototype = Socket.prototype as unknown as { buildHandshake?: (auth: object) => object };
  if (typeof prototype.buildHandshake === 'function') prototype.buildHandshake = (auth) => ({ auth });
}

/** Ids of Socket.IO's connections from the pool: it fetches the bytes of each by itself. Where it has none, it stays so. */
export function shareIds(): void {
  const require = createRequire(import.meta.url);
  try {
    const path = join(dirname(require.resolve('socket.io')), 'contrib', 'base64id.js');
    const { base64id } = require(path) as { base64id?: { generateId?: () => string } };
    if (typeof base64id?.generateId === 'function') base64id.generateId = randomId;
  } catch {
    // Another Socket.IO than we know.
  }
}

/** What every websocket asks for. */
const USUAL = '/socket.io/?EIO=4&transport=websocket';

/** The usual query of an upgrade is known without taking a URL apart; engine.io uses what is there. */
export function knowQuery(server: HttpServer): void {
  server.prependListener('upgrade', (request: IncomingMessage & { _query?: object }) => {
    if (request.url === USUAL) request._query = { EIO: '4', transport: 'websocket' };
  });
}

/** Rooms of Socket.IO, of which each connection has one of its own: who is sent what is known here (members.ts). */
export function shedRooms(io: Server): void {
  io.sockets.adapter.addAll = () => undefined;
}
