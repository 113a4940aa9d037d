/**
 * An echo hub with the product's coalescing and nothing else: a ballot is counted and acknowledged; screens hear the
 * count at most every 50 ms, the crowd at the product's pace for its size.
 */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { AT_EASE, paceOf } from '../../../realtime/pace.ts';
import { listen } from './listen.ts';

const padding = 'x'.repeat(Number(process.env['BYTES'] ?? 0));
const server = createServer();
const io = new Server(server, { serveClient: false, perMessageDeflate: false, pingInterval: 60_000 });
let returned = 0;
const timers = new Map<string, NodeJS.Timeout>();
const sentAt = new Map<string, number>();

function touch(room: 'screen' | 'crowd'): void {
  if (timers.has(room)) return;
  const crowd = io.sockets.adapter.rooms.get('crowd')?.size ?? 0;
  const pace = paceOf(room, { ...AT_EASE, crowd }, padding.length);
  const wait = Math.max(0, (sentAt.get(room) ?? -Infinity) + pace - performance.now());
  const send = () => {
    timers.delete(room);
    sentAt.set(room, performance.now());
    io.to(room).emit('frame', { progress: { returned }, padding });
  };
  timers.set(room, setTimeout(send, wait));
}

io.on('connection', (socket) => {
  const { role } = socket.handshake.auth as { role: 'screen' | 'crowd' | 'examiner' };
  void socket.join(role);
  socket.emit('frame', { progress: { returned }, padding });
  socket.on('command', (_message: unknown, answer: (reply: object) => void) => {
    returned += 1;
    answer({ ok: true, n: returned, receipt: '7K2M9QXA', repeated: false });
    touch('screen');
    touch('crowd');
  });
});
listen(server);
