/**
 * What is done with meetings' files beside the hub, one after the other and each in a thread of its own: snapshots, and the
 * walk along the whole chain that a start from a snapshot leaves for later (J4). Nobody waits for it.
 */
import { Worker } from 'node:worker_threads';
import { meetingPath } from './meetings.ts';
import type { KeeperAnswer, KeeperOrder } from './keeper-thread.ts';
import type { Attended } from './make-snapshot.ts';
import { dropSnapshot } from './snapshot.ts';

export interface KeeperOptions {
  /** The data folder. */
  dir: string;
  /** False does nothing at all: for tools and tests that want no threads. */
  threads: boolean;
  /** How long work waits, so that a start is over first, in ms. */
  later?: number;
}

type Told = (
  meeting: string,
  outcome: Exclude<Attended, null> | { error: unknown } | { reached: number },
) => void;

interface Task {
  meeting: string;
  work: KeeperOrder['work'];
}

interface Running extends Task {
  stop: Int32Array;
  over: Promise<void>;
}

export class Keeper {
  /** Told of everything that was done, or was not, and how far a chain was walked. */
  told: Told = () => undefined;
  readonly #options: Required<KeeperOptions>;
  #waiting: Task[] = [];
  #running: Running | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: KeeperOptions) {
    this.#options = { later: 1000, ...options };
  }

  /** Asks for a snapshot of a meeting that holds at least what is committed when it begins. */
  snapshot(meeting: string): void {
    this.#ask({ meeting, work: 'snapshot' });
  }

  /** J4: asks for the walk along the chain of a meeting, up to entry `to`. */
  verify(meeting: string, to: number): void {
    this.#ask({ meeting, work: { verify: to } });
  }

  /** J1: drops a snapshot that is not what the journal says; the next is folded from the beginning. */
  drop(meeting: string): void {
    dropSnapshot(meetingPath(this.#options.dir, meeting));
  }

  /** Forgets what was asked for a meeting and ends what is under way: its file is about to be closed, purged or deleted (J6). */
  async end(meeting: string): Promise<void> {
    this.#waiting = this.#waiting.filter((one) => one.meeting !== meeting);
    if (this.#running?.meeting === meeting) await this.#endRunning();
  }

  /** Ends everything. */
  async close(): Promise<void> {
    this.#waiting = [];
    if (this.#timer) clearTimeout(this.#timer);
    await this.#endRunning();
  }

  /** Resolves when everything that was asked for is done. */
  async idle(): Promise<void> {
    while (this.#running || this.#waiting.length > 0) {
      this.#begin();
      await this.#running?.over;
    }
  }

  async #endRunning(): Promise<void> {
    if (!this.#running) return;
    Atomics.store(this.#running.stop, 0, 1);
    Atomics.notify(this.#running.stop, 0);
    await this.#running.over;
  }

  #ask(task: Task): void {
    if (!this.#options.threads) return;
    const kind = typeof task.work;
    const asked = this.#waiting.some(({ meeting, work }) => meeting === task.meeting && typeof work === kind);
    if (asked) return;
    this.#waiting.push(task);
    this.#timer ??= setTimeout(() => this.#begin(), this.#options.later).unref();
  }

  #begin(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const task = this.#running ? undefined : this.#waiting.shift();
    if (!task) return;
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const over = this.#work(task, stop).then(() => {
      this.#running = null;
      this.#begin();
    });
    this.#running = { ...task, stop, over };
  }

  #work({ meeting, work }: Task, stop: Int32Array): Promise<void> {
    const workerData: KeeperOrder = { path: meetingPath(this.#options.dir, meeting), work, stop };
    const worker = new Worker(new URL('./keeper-thread.ts', import.meta.url), { workerData });
    worker.unref();
    worker.on('message', (answer: KeeperAnswer) => {
      if ('reached' in answer) this.told(meeting, answer);
      else if ('failed' in answer) this.told(meeting, { error: new Error(answer.failed) });
      else if (answer.done) this.told(meeting, answer.done);
    });
    worker.on('error', (error) => this.told(meeting, { error }));
    return new Promise((over) => worker.once('exit', () => over()));
  }
}
