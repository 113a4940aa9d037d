/**
 * What one turn of the loop sends to one line goes out in one write: an acknowledgement and the own view that changed
 * with it. When five thousand submit at once that is half of the writes, which are most of the work.
 */
import type { Socket as TcpSocket } from 'node:net';
import type { Socket } from 'socket.io';
import { rawLine } from './raw-line.ts';

export class Together {
  #held: TcpSocket[] = [];

  /** Holds what is written to this line from now on, until this turn of the loop is over. */
  hold(socket: Socket): void {
    const raw = rawLine(socket);
    if (raw === null) return;
    raw.cork();
    if (this.#held.push(raw) === 1) setImmediate(() => this.#let());
  }

  #let(): void {
    const held = this.#held;
    this.#held = [];
    for (const raw of held) raw.uncork();
  }
}
