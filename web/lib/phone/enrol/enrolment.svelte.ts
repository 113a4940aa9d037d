/**
 * I1, I2 · A pass on its way into this phone: looked at when the link opens, enrolled by a tap, moved by an organizer
 * where another phone holds it. The link keeps its secret until that is over, so that a reload loses nothing.
 */
import type { Code, Looked } from '../../../../realtime/protocol-names.ts';
import { handOver } from '../../live/handed.ts';
import { openLive, type Live } from '../../live/live.svelte.ts';
import { keep } from '../../live/keep.ts';
import { forgetSeen } from '../../live/last-frame.ts';
import { forgetSession } from '../../live/session.ts';

export type Known = Extract<Looked, { ok: true }>;

const FOR_GOOD: readonly Code[] = ['pass-unknown', 'pass-revoked', 'meeting-closed'];

export class Enrolment {
  live: Live = $state.raw() as unknown as Live;
  known = $state.raw<Known | null>(null);
  refused = $state.raw<Code | null>(null);
  entering = $state(false);
  /** I2: an organizer left the pass with the phone that has it. */
  denied = $state(false);
  /** The tap was answered; `mine` says when the pass is here. */
  #hoped = $state(false);
  #left = false;
  readonly code: string;
  readonly secret: string;

  constructor(code: string, secret: string) {
    this.code = code;
    this.secret = secret;
    this.live = openLive({ code, as: 'device', look: secret });
    void this.#look();
  }

  get waiting(): boolean {
    return this.live.mine?.way === 'waiting';
  }

  get enrolled(): boolean {
    return this.#hoped && this.live.mine?.way === 'enrolled';
  }

  /** A page that was loaded again while it waited goes on waiting. */
  hope(): void {
    this.#hoped = true;
  }

  async enter(): Promise<void> {
    if (this.entering) return;
    this.entering = true;
    this.refused = null;
    this.denied = false;
    const reply = await this.live.send('pass.enrol', { secret: this.secret });
    this.entering = false;
    if (reply.ok) {
      this.hope();
      // For a restore that does not know it (J1).
      keep(`dkc.pass.${this.code}`, this.secret);
    } else this.refused = reply.code;
    // Another tap would be answered alike.
    if (this.refused !== null && FOR_GOOD.includes(this.refused)) this.known = null;
  }

  /** The pass was asked for, and the asking is over without the pass. */
  keptElsewhere(): void {
    this.#hoped = false;
    this.denied = true;
  }

  /** A new session for this browser: what was enrolled here before has to be enrolled anew. */
  async swap(): Promise<void> {
    this.live.close();
    forgetSession(this.code);
    forgetSeen(this.code);
    this.#hoped = false;
    this.refused = null;
    this.live = openLive({ code: this.code, as: 'device', look: this.secret });
    await this.#look();
  }

  /** The stage goes on over this line. */
  leave(): void {
    this.#left = true;
    handOver(this.live);
  }

  close(): void {
    if (!this.#left) this.live.close();
  }

  async #look(): Promise<void> {
    const { live } = this;
    const looked = await live.look(this.secret);
    if (live !== this.live) return;
    if (looked.ok) this.known = looked;
    else this.refused = looked.code;
  }
}
