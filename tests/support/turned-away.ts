/** A handshake alone: how a hub receives somebody. */
import { io } from 'socket.io-client';

/** `welcome`, or the code with which it was turned away. */
export function turnedAway(url: string, auth: object, headers: Record<string, string> = {}): Promise<string> {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth,
    extraHeaders: headers,
  });
  return new Promise((resolve) => {
    const done = (said: string) => {
      socket.disconnect();
      resolve(said);
    };
    socket.on('connect', () => done('welcome'));
    socket.on('connect_error', (error: Error & { data?: { code: string } }) =>
      done(error.data?.code ?? 'closed'),
    );
  });
}
