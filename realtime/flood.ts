/**
 * A device that says far more than it may is heard later: its line is not read for as long as its messages would have
 * taken at the pace that it may keep (budget.ts). What it goes on to send waits in its own buffers and costs this hub
 * nothing. It was told `too-many` before, and is told again whenever it is heard.
 */
import type { Socket } from 'socket.io';
import { REFILL } from './budget.ts';
import { pausable } from './raw-line.ts';

/** Longest time for which a line is not read, in ms: it has to be found out that a phone is gone. */
const LONGEST = 2000;
/** Messages that had arrived already when the line was left alone; beyond, it is one that cannot be left alone. */
const MOST = 1500;

/** Lines that are left alone now, and how many messages too many came over each. */
const held = new WeakMap<Socket, { owed: number }>();

/** One message too many came over this connection. */
export function overrun(socket: Socket): void {
  const known = held.get(socket);
  if (!known) return hold(socket);
  known.owed += 1;
  if (known.owed > MOST) socket.conn.close();
}

function hold(socket: Socket): void {
  const { conn } = socket;
  const one = { owed: 1 };
  const line = pausable(socket);
  held.set(socket, one);
  line?.pause();
  const hears = () => {
    clearTimeout(timer);
    conn.removeListener('close', hears);
    held.delete(socket);
    // Where the connection was ended meanwhile, the other end's goodbye is read: it would hang half closed otherwise.
    line?.resume();
  };
  // What had arrived with it is heard in this turn of the loop, and counts.
  let timer = setTimeout(() => {
    timer = setTimeout(hears, Math.min(LONGEST, (one.owed * 1000) / REFILL));
  }, 0);
  conn.once('close', hears);
}
