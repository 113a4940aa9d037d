/**
 * Commands that wait for the authority. Examiners and organizers are taken first; the crowd has a share of each commit
 * that is bounded, so that a square that votes at once delays no ballot, and is not left waiting for ever either.
 */
import type { Principal } from '../assessment/actors.ts';
import type { Command } from '../assessment/decide.ts';
import type { Reply } from './protocol-names.ts';

export interface Waiting {
  who: Principal;
  command: Command;
  answer(reply: Reply): void;
}

/** Most commands that share a commit: enough for one fsync to carry, few enough to keep the loop free. */
const BATCH = 500;
/** Most of the crowd's among them, and always so many: what an examiner behind them waits for. */
const CROWD_BATCH = 100;

/** Most of the crowd's that wait: beyond, they are told to come again, and the memory of the hub is not theirs. */
const CROWD_MOST = 5000;

interface Lane {
  queue: Waiting[];
  most: number;
}

export class Intake {
  readonly #first: Lane = { queue: [], most: BATCH };
  readonly #crowd: Lane = { queue: [], most: CROWD_BATCH };
  /** Where the commands of a device wait, and how many: its next one waits behind them (J2). */
  readonly #waiting = new Map<string, { lane: Lane; count: number }>();

  /** @param crowd whether it is one of the crowd's */
  put(one: Waiting, crowd: boolean): void {
    const chosen = crowd ? this.#crowd : this.#first;
    if (one.who.kind !== 'device') return void chosen.queue.push(one);
    const { session } = one.who;
    const known = this.#waiting.get(session) ?? { lane: chosen, count: 0 };
    known.count += 1;
    this.#waiting.set(session, known);
    known.lane.queue.push(one);
  }

  /** The next that share a commit, in the order in which they are decided and answered. */
  take(): Waiting[] {
    const batch = [this.#first, this.#crowd].flatMap(({ queue, most }) => queue.splice(0, most));
    for (const { who } of batch) if (who.kind === 'device') this.#left(who.session);
    return batch;
  }

  /** Whether one more of the crowd's has to come again later. */
  get full(): boolean {
    return this.#crowd.queue.length >= CROWD_MOST;
  }

  /** Whether those who go first fill a commit already. */
  get ample(): boolean {
    return this.#first.queue.length >= BATCH;
  }

  get size(): number {
    return this.#first.queue.length + this.#crowd.queue.length;
  }

  #left(session: string): void {
    const known = this.#waiting.get(session);
    if (!known) return;
    known.count -= 1;
    if (known.count === 0) this.#waiting.delete(session);
  }
}
