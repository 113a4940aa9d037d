/** Bare websockets: each `go` sends the same frame of `BYTES` to everybody in a loop. It speaks Socket.IO just enough to be measured alike. */
import { createServer } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { listen } from './listen.ts';

const frame = `42["frame",${JSON.stringify({ slices: 'x'.repeat(Number(process.env['BYTES'])) })}]`;
const all = new Set<WebSocket>();
const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (socket) => {
  all.add(socket);
  socket.on('close', () => all.delete(socket));
  socket.on('message', (data: Buffer) => {
    const text = data.toString();
    if (text.startsWith('40')) return socket.send('40{}');
    for (const one of all) one.send(frame);
    socket.send(`43${/^42(\d+)/.exec(text)?.[1] ?? ''}[{"ok":true}]`);
  });
  socket.send('0{}');
});
listen(server);
