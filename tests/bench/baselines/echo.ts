/** A plain Socket.IO server that acknowledges each command and stores nothing. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { listen } from './listen.ts';

const server = createServer();
const io = new Server(server, { serveClient: false, perMessageDeflate: false, pingInterval: 60_000 });
io.on('connection', (socket) => {
  socket.on('command', (_message: unknown, answer: (reply: object) => void) =>
    answer({ ok: true, n: 1, receipt: '7K2M9QXA', repeated: false }),
  );
});
listen(server);
