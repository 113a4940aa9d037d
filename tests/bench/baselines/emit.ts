/** Stock Socket.IO: each `go` sends the same frame of `BYTES` to everybody with `io.emit`. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { listen } from './listen.ts';

const frame = { slices: 'x'.repeat(Number(process.env['BYTES'])) };
const server = createServer();
const io = new Server(server, { serveClient: false, perMessageDeflate: false, pingInterval: 60_000 });
io.on('connection', (socket) => {
  socket.on('command', (_message: unknown, answer: (reply: object) => void) => {
    io.emit('frame', frame);
    answer({ ok: true });
  });
});
listen(server);
