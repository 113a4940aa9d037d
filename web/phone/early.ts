/**
 * Stands in the page itself, before the bundle: dials the hub while the bundle is fetched (`web/lib/live/early.ts`).
 * Built into `phone.html` by `scripts/early.ts`; each byte of it is waited for by everybody.
 */
import { helloOf, isSecret } from '../lib/live/hello.ts';
import { sessionKept } from '../lib/live/session.ts';
import type { Early } from '../lib/live/early.ts';

const [, way, code = ''] = /^\/([mp])\/(\d{6})\/?$/.exec(location.pathname) ?? [];

/** Where nothing is kept the bundle would be somebody else. */
if (way !== undefined && sessionKept(code)) {
  const secret = location.hash.slice(1);
  const hello = helloOf(code);
  if (way === 'p' && isSecret(secret)) hello.look = secret;
  const address = `${location.origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const early: Early = { hello, socket: new WebSocket(address), greeted: false, heard: [] };
  early.socket.onmessage = ({ data }: MessageEvent<string>) => {
    early.heard.push(data);
    // Engine.IO is open: `4` is a message, `0` in it Socket.IO's connect.
    if (data[0] !== '0') return;
    early.greeted = true;
    early.socket.send(`40${JSON.stringify(hello)}`);
  };
  globalThis.early = early;
}
