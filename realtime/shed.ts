/**
 * What Socket.IO and engine.io keep of a connection for whoever may want it later, and nobody here does: of five thousand
 * idle phones that is a good part of the memory.
 */
import type { IncomingMessage } from 'node:http';
import type { Server, Socket } from 'socket.io';

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

/** Rooms of Socket.IO, of which each connection has one of its own: who is sent what is known here (members.ts). */
export function shedRooms(io: Server): void {
  io.sockets.adapter.addAll = () => undefined;
}
