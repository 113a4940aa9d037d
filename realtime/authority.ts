/**
 * The authority of one meeting: the only writer of its journal. It decides commands one after the other on a
 * working state, commits all that waited in one transaction, and only then makes them public (the way of a ballot).
 * It knows no sockets; the hub knows no rules.
 */
import { actorOf, type Principal } from '../assessment/actors.ts';
import { decide, fold, type Command, type Outcome } from '../assessment/decide.ts';
import type { Draft, HashText, Journal } from '../assessment/journal.ts';
import { nextRatingEnd } from '../assessment/answers.ts';
import { RETRYABLE } from '../assessment/refusals.ts';
import type { State } from '../assessment/state.ts';
import { forgetSome, remembered, type CommandIndex } from '../db/command-index.ts';
import type { Snapshot } from '../db/snapshot.ts';
import { applied, numbered, type Change } from './changes.ts';
import type { ServerClock } from './clock.ts';
import { Intake, type Waiting } from './intake.ts';
import type { Reply } from './protocol-names.ts';
import { lastAwake, refolded, type Refolded } from './refold.ts';

export interface AuthorityOptions {
  clock: ServerClock;
  random(bytes: number): Uint8Array;
  /** Whether a device's session is connected right now (I2). */
  online(session: string): boolean;
  /** The session of the wall that shows this pairing code right now. */
  wall?(code: string): string | null;
  /** Hex SHA-256; the portable one where it is missing. */
  hash?: HashText;
  /** Told of everything that went wrong; nothing is swallowed. */
  onError(what: 'commit' | 'rule' | 'show', error: unknown): void;
}

/** How often a living authority says so (J7), in ms. */
const HEARTBEAT = 1000;
const refused = (code: Extract<Reply, { ok: false }>['code'], retry: boolean): Reply => ({
  ok: false,
  code,
  detail: {},
  retry,
});

function replyTo(outcome: Outcome): Reply {
  const { refused: no, n, receipt, repeated } = outcome;
  if (no) return { ok: false, code: no.code, detail: no.detail, retry: RETRYABLE.has(no.code) };
  return { ok: true, n, receipt, repeated };
}

export class Authority {
  readonly #journal: Journal;
  readonly #options: AuthorityOptions;
  readonly #listeners = new Set<(change: Change) => void>();
  #public: State;
  #working: State;
  /** J2: the commands that neither state remembers any more. */
  readonly #earlier: CommandIndex;
  readonly #intake = new Intake();
  /** Commands that were decided and are on their way to the disk. */
  #committing = 0;
  #running: Promise<void> | null = null;
  /** Ends the time in which commands gather for the next commit. */
  #begin: () => void = () => undefined;
  #heart: NodeJS.Timeout | null = null;
  #rating: NodeJS.Timeout | null = null;
  #closed = false;
  /** J7: since when nobody was there (ms), until the entry that says so is on disk. */
  #awaySince: number | null = null;
  /** J5: how far the machine's clock stands behind what the journal has seen (ms): it was set back while nobody was there. */
  #behind = 0;
  /** False while the last commit failed: the meeting takes no ballots (`/readyz`). */
  healthy = true;

  /** J4: up to this entry nobody has looked yet whether the chain holds; behind it the start has. */
  readonly unverified: number;

  private constructor(journal: Journal, refold: Refolded, options: AuthorityOptions) {
    const { open, working, earlier, unverified } = refold;
    this.#journal = journal;
    this.unverified = unverified;
    this.#public = open;
    this.#working = working;
    this.#earlier = earlier;
    this.#options = options;
  }

  /**
   * Folds the journal and, where it was used before, notes how long nobody was there (J7).
   * @param snapshot of this journal, from which it is folded
   * @throws BrokenChain where what is folded is not what was written (J4)
   */
  static async open(
    journal: Journal,
    options: AuthorityOptions,
    snapshot: Snapshot | null = null,
  ): Promise<Authority> {
    const authority = new Authority(journal, refolded(journal, snapshot), options);
    const state = authority.#public;
    if (state.length > 0) {
      authority.#awaySince = Math.max(journal.lastAlive() ?? 0, lastAwake(journal));
      authority.#goesOnFrom(Math.max(authority.#awaySince, state.at));
      await authority.#commit([]);
    }
    authority.#heart = setInterval(() => authority.#beat(), HEARTBEAT).unref();
    authority.#schedule();
    return authority;
  }

  /** What is on disk and may be shown. Look, never change. */
  get state(): Readonly<State> {
    return this.#public;
  }

  get head(): { length: number; head: string } {
    return this.#journal.head;
  }

  /** Server time in ms, never before the last entry's. */
  now(): number {
    return Math.max(this.#options.clock.now() + this.#behind, this.#working.at);
  }

  /**
   * J5, A4: time goes on from where it was, or every clock on stage would stand until the machine's own is there again.
   * What was told last may have been a heartbeat later.
   */
  #goesOnFrom(last: number): void {
    const back = last - this.#options.clock.now();
    if (back > 0) this.#behind = back + HEARTBEAT;
  }

  /** Calls back after each commit. @returns the way to stop it */
  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** J3: resolves when the command's entries are on disk, or when it was refused. Never rejects. */
  submit(who: Principal, command: Command): Promise<Reply> {
    if (this.#closed) return Promise.resolve(refused('retry', true));
    const crowd = this.#isCrowds(who, command);
    if (crowd && this.#intake.full) return Promise.resolve(refused('busy', true));
    return new Promise((answer) => {
      this.#intake.put({ who, command, answer }, crowd);
      this.#running ??= this.#run();
      if (this.#intake.ample) this.#begin();
    });
  }

  /** How many commands wait to be decided, or for the disk. */
  get waiting(): number {
    return this.#intake.size + this.#committing;
  }

  /** I2: a pass on its way into a phone is an examiner's already. */
  #isCrowds(who: Principal, { type }: Command): boolean {
    return who.kind === 'device' && type !== 'pass.enrol' && actorOf(this.#public, who)?.role === 'crowd';
  }

  /** Ends the heart, waits for what was submitted, and leaves the journal to whoever opened it. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#heart) clearInterval(this.#heart);
    if (this.#rating) clearTimeout(this.#rating);
    await this.#running;
    if (this.#public.length > 0 && this.#awaySince === null) this.#journal.alive(this.now());
  }

  async #run(): Promise<void> {
    do {
      // One turn of the loop, so that all messages that have arrived share the commit; no longer where they fill one.
      await new Promise<void>((begin) => {
        this.#begin = begin;
        setImmediate(begin);
      });
      const batch = this.#intake.take();
      try {
        await this.#commit(batch);
      } catch (error) {
        // Nobody waits for ever. What was written all the same is found by its id when it comes again (J2).
        this.#options.onError('commit', error);
        for (const one of batch) one.answer(refused('retry', true));
      }
    } while (this.#intake.size > 0);
    this.#running = null;
  }

  async #commit(batch: Waiting[]): Promise<void> {
    const drafts = this.#noteRestart();
    const decided = batch.map((one) => {
      const outcome = this.#decide(one, drafts);
      drafts.push(...outcome.entries);
      return { one, outcome };
    });
    if (drafts.length > 0 && !(await this.#append(drafts, batch.length))) {
      for (const { one } of decided) one.answer(refused('retry', true));
      return;
    }
    for (const { one, outcome } of decided) one.answer(replyTo(outcome));
  }

  /** @param before what the batch has decided so far */
  #decide({ who, command }: Waiting, before: readonly Draft[]): Outcome {
    const { random, online, wall = () => null, hash } = this.#options;
    const stored = (picture: string) => this.#journal.pictures.has(picture);
    const deck = (hash: string) => this.#journal.decks.find(hash)?.size ?? null;
    const n = this.#working.length + 1;
    const earlier = (key: string) => remembered(this.#earlier, this.#journal, key);
    const context = { now: this.now(), n, random, online, wall, stored, deck, hash, earlier };
    const outcome = decide(this.#working, command, who, context, this.#journal.salt);
    if (outcome.cause !== undefined) this.#options.onError('rule', outcome.cause);
    try {
      this.#work(outcome.entries);
    } catch (error) {
      // Fails alone: the working state is made again without it.
      this.#options.onError('rule', error);
      this.#working = structuredClone(this.#public);
      this.#work(before);
      return { ...outcome, entries: [], refused: { code: 'internal', detail: {} } };
    }
    return outcome;
  }

  #work(drafts: readonly Draft[]): void {
    for (const draft of drafts) fold(this.#working, numbered(draft, this.#working.length + 1));
  }

  /** `commands` wait for it. @returns false where nothing was written; the working state is then the public one again. */
  async #append(drafts: Draft[], commands: number): Promise<boolean> {
    this.#committing = commands;
    try {
      await this.#journal.append(drafts);
    } catch (error) {
      this.healthy = false;
      this.#working = structuredClone(this.#public);
      this.#options.onError('commit', error);
      return false;
    } finally {
      this.#committing = 0;
    }
    this.healthy = true;
    this.#awaySince = null;
    this.#publish(drafts);
    return true;
  }

  #publish(drafts: Draft[]): void {
    const change = applied(this.#public, drafts);
    forgetSome(this.#public, this.#earlier, this.#working);
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (error) {
        this.#options.onError('show', error); // what is on disk is acknowledged, shown or not
      }
    }
    this.#schedule();
  }

  /** J7: the first entry after a restart, however long the disk keeps it waiting. */
  #noteRestart(): Draft[] {
    if (this.#awaySince === null) return [];
    const now = this.now();
    const data = { down: Math.max(0, now - this.#awaySince) };
    const drafts: Draft[] = [{ type: 'authority-started', data, at: now, by: 'system:' }];
    this.#work(drafts);
    return drafts;
  }

  #beat(): void {
    const { phase } = this.#public.meeting;
    // Tries again to tell how long it was away; a note would cover that up.
    if (this.#awaySince !== null) this.#running ??= this.#run();
    else if (phase === 'live' || phase === 'paused') this.#journal.alive(this.now());
  }

  /** Q5: the one thing that ends by itself is the window for rating an answer. */
  #schedule(): void {
    if (this.#rating) clearTimeout(this.#rating);
    this.#rating = null;
    const next = nextRatingEnd(this.#public);
    if (next === null || this.#closed) return;
    const wait = Math.max(0, next.at - this.now()) + 1;
    this.#rating = setTimeout(() => this.#closeRating(next.question), wait).unref();
  }

  #closeRating(question: string): void {
    const command = {
      id: `rating-${question}-${this.now()}`,
      type: 'question.close-rating',
      body: { question },
    };
    void this.submit({ kind: 'system' }, command).then((reply) => {
      if (!reply.ok) this.#rating = setTimeout(() => this.#schedule(), HEARTBEAT).unref();
    });
  }

  /** Whether this principal may still be connected. */
  knows(who: Principal): boolean {
    return actorOf(this.#public, who) !== null;
  }
}
