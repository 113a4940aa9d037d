/** Socket.IO as this hub uses it: where a connection may come from, when it counts as dead, and what it does without. */
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { randomId } from './ids.ts';
import { sameOrigin } from './secure.ts';
import { knowQuery, shareIds, shedHandshake, shedRooms } from './shed.ts';

/** Largest message in bytes: an organizer's roster. */
const ANY_MESSAGE = 2_000_000;

/** What an upgrade is answered leaves in one write with the first packet, which is written behind it. */
function holdUpgrade(request: IncomingMessage): void {
  if (request.headers.upgrade !== undefined) request.socket.cork();
}

/**
 * @param silence after how much of it a connection counts as dead, in ms
 * @param turnedAway told of each that is turned away before there is a socket: a foreign origin, or no handshake at all
 */
export function openSockets(
  server: HttpServer,
  silence: number,
  turnedAway: (code: 'origin' | 'malformed') => void,
): Server {
  const io = new Server(server, {
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: ANY_MESSAGE,
    // Both ends give the line up after this much silence: the hub a phone, the phone a hub.
    pingInterval: Math.round((silence * 4) / 7),
    pingTimeout: Math.round((silence * 3) / 7),
    // Websockets are not bound by the browser's same-origin rule; a cookie must not work from a foreign page.
    allowRequest: (request, decide) => {
      const same = sameOrigin(request);
      if (same) holdUpgrade(request);
      decide(same ? null : 'origin', same);
    },
  });
  io.engine.generateId = randomId;
  io.engine.on('connection', ({ request }: Socket['conn']) => request.socket.uncork());
  io.engine.on('connection_error', ({ message }: { message: string }) =>
    turnedAway(message === 'Forbidden' ? 'origin' : 'malformed'),
  );
  shedRooms(io);
  shedHandshake();
  shareIds();
  knowQuery(server);
  return io;
}
