/** Stock Socket.IO as it comes: everybody who connects is sent the same first view of `BYTES`. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { listen } from './listen.ts';

const view = { slices: 'x'.repeat(Number(process.env['BYTES'])) };
const server = createServer();
const io = new Server(server, { pingInterval: 60_000 });
io.on('connection', (socket) => socket.emit('frame', view));
listen(server);
