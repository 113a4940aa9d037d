/** A connection that hands on whole messages twice, late and out of their order, both ways. TCP never does; a checker may. */
import { COMMAND, FRAME, MINE, type Reply } from '../../realtime/protocol-names.ts';
import type { SocketLike } from '../../web/lib/live/line.ts';
import type { Random } from '../support/random.ts';
import type { History } from './history.ts';

/** How often a message is sent twice, and how often it comes late. */
const TWICE = 0.15;
const LATE = 0.2;
/** How late, in ms, at most: others overtake it meanwhile. */
const LATEST = 80;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as the sockets have it
type Listener = (...args: any[]) => void;

export class Unruly implements SocketLike {
  readonly #inner: SocketLike;
  readonly #random: Random;
  readonly #history: History;
  /** Counts connections: what is late does not come over the next one. */
  #life = 0;

  constructor(inner: SocketLike, random: Random, history: History) {
    this.#inner = inner;
    this.#random = random;
    this.#history = history;
    inner.on('disconnect', () => (this.#life += 1));
  }

  get connected(): boolean {
    return this.#inner.connected;
  }

  connect(): unknown {
    return this.#inner.connect();
  }

  disconnect(): unknown {
    return this.#inner.disconnect();
  }

  on(event: string, listener: Listener): unknown {
    if (event !== FRAME && event !== MINE) return this.#inner.on(event, listener);
    return this.#inner.on(event, (...args: unknown[]) => this.#handOn(() => listener(...args)));
  }

  emit(event: string, message: unknown, ack: (answer: unknown) => void): unknown {
    const { id } = message as { id?: string };
    this.#handOn(() => {
      if (!this.connected) return;
      this.#inner.emit(event, message, (answer) => {
        // The second answer to a command has to be the first one again (J2).
        if (event === COMMAND && id !== undefined) this.#history.answer(id, answer as Reply);
        ack(answer);
      });
    });
    return this;
  }

  #handOn(work: () => void): void {
    const life = this.#life;
    const soon = () => {
      if (!this.#random.chance(LATE)) return work();
      setTimeout(() => life === this.#life && work(), this.#random.whole(1, LATEST));
    };
    soon();
    if (this.#random.chance(TWICE)) soon();
  }
}
