/**
 * A wall comes back for ever. Its session may be gone (I2, I4): then it is a new one that waits to be paired. Its meeting
 * may be put away, the hub may be another version: it asks again, or is loaded anew.
 */
import { forgetSession } from '../live/session.ts';
import type { Live } from '../live/live.svelte.ts';
import { SEAT } from './last-picture.ts';

/** How often it knocks where it was refused, in ms: the answer changes by somebody's hand. */
const EVERY = 15_000;

export class Returning {
  readonly #live: Live;
  readonly #stop: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The session was a screen and is none any more, until the hub has let it in as somebody new. */
  #gone = $state(false);

  constructor(live: Live) {
    this.#live = live;
    this.#stop = $effect.root(() => {
      $effect(() => this.#refused());
      $effect(() => {
        if (live.audience === 'crowd') this.#gone = false;
      });
    });
  }

  get lost(): boolean {
    return this.#gone;
  }

  /** The hub speaks another protocol than this page. */
  get outdated(): boolean {
    return this.#live.refused === 'protocol-unknown';
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#stop();
  }

  #refused(): void {
    const code = this.#live.refused;
    clearTimeout(this.#timer);
    if (code === null) return;
    const lost = code === 'revoked' || code === 'pass-moved';
    if (lost) {
      this.#gone = true;
      forgetSession(this.#live.code, SEAT);
    }
    this.#timer = setTimeout(() => this.#live.again(), lost ? 0 : EVERY);
  }
}
