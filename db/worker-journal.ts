/** A journal in a file whose commits run in a thread of their own, so that a slow disk never stops the clocks. */
import { Worker } from 'node:worker_threads';
import type { Draft, Head, Journal, Recorded, Sealed } from '../assessment/journal.ts';
import { unseal } from '../assessment/journal.ts';
import type { DeckFile, Decks } from '../assessment/decks.ts';
import type { Picture, Pictures, PictureSource } from '../assessment/pictures.ts';
import { JournalFile } from './journal-file.ts';
import type { FailureReason, JournalOptions } from './journal-options.ts';
import { failure } from './journal-options.ts';
import { JournalReader } from './journal-reader.ts';
import type { Answer, Order, ThreadData } from './journal-thread.ts';
import { openMigrated } from './migrate.ts';
import { openReader } from './open.ts';
import { spelled } from './written-text.ts';

interface Waiting {
  /** How many entries it adds; null for a purge and for a picture. */
  adds: number | null;
  round: number;
  resolve: (head: Head) => void;
  reject: (error: Error) => void;
}

export class WorkerJournal implements Journal {
  readonly #path: string;
  readonly #options: JournalOptions;
  readonly #reader: JournalReader;
  /** In the order in which they were sent, which is the order in which they are answered. */
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #head: Head;
  #salt: string;
  #alive: number | null;
  #sent = 0;
  /** Counts the failures heard of. An append of an earlier round was decided on entries that do not exist. */
  #round = 0;
  #closing: Promise<void> | undefined;
  /** Resolves when the pictures and pieces that were handed in are kept or refused; null where there are none. */
  #keeping: Promise<void> | null = null;
  /** Called when everything that was sent has been answered. */
  #idle: (() => void) | undefined;

  /** @throws DataFolderError where the file cannot be used. */
  constructor(path: string, options: JournalOptions & { mustExist?: boolean } = {}) {
    // Made and migrated here, so that a bad file is an error of this call and not of the first append.
    new JournalFile(openMigrated(path, 'meeting', options.mustExist)).close();
    this.#path = path;
    this.#options = options;
    this.#reader = new JournalReader(openReader(path));
    this.#head = this.#reader.head();
    this.#salt = this.#reader.salt();
    this.#alive = this.#reader.lastAlive();
    this.#worker = this.#start();
  }

  get head(): Head {
    return this.#head;
  }

  get salt(): string {
    return this.#salt;
  }

  append(drafts: readonly Draft[]): Promise<Head> {
    const fault = this.#options.fault?.();
    return this.#ask(drafts.length, (id, round) => ({
      kind: 'append',
      id,
      round,
      // As text: copying objects into the thread costs several times as much.
      drafts: spelled(drafts),
      fault,
    }));
  }

  readonly pictures: Pictures = {
    keep: (picture: Picture) => this.#beside((id) => ({ kind: 'keep', id, picture })),
    drop: (hash: string) => this.#beside((id) => ({ kind: 'picture-drop', id, hash })),
    list: () => this.#reader.pictures.list(),
    has: (hash: string) => this.#reader.pictures.has(hash),
    get: (hash: string) => this.#reader.pictures.get(hash),
    held: (source: PictureSource) => this.#reader.pictures.held(source),
  };

  readonly decks: Decks = {
    put: (upload: string, nth: number, bytes: Uint8Array) =>
      this.#beside((id) => ({ kind: 'deck-put', id, upload, nth, bytes })),
    seal: async (file: DeckFile) => {
      await this.#beside((id) => ({ kind: 'deck-seal', id, file }));
      if (this.decks.find(file.hash)?.upload !== file.upload) await this.decks.drop(file.upload);
    },
    drop: async (upload: string) => {
      do await this.#beside((id) => ({ kind: 'deck-drop', id, upload }));
      while (this.#reader.decks.pieces(upload) > 0);
    },
    find: (hash: string) => this.#reader.decks.find(hash),
    piece: (hash: string, nth: number) => this.#reader.decks.piece(hash, nth),
    list: () => this.#reader.decks.list(),
  };

  async purge(note?: Draft): Promise<Head> {
    await this.#keeping;
    return this.#ask(null, (id) => ({ kind: 'purge', id, note }));
  }

  purgedUnsaid(): boolean {
    return this.#reader.purgedUnsaid();
  }

  alive(at: number): void {
    this.#alive = at;
    if (this.#closing) return;
    this.#worker ??= this.#start();
    this.#worker.postMessage({ kind: 'alive', at } satisfies Order);
  }

  lastAlive(): number | null {
    return this.#alive;
  }

  *read(from = 1, to = Infinity): Generator<Recorded> {
    for (const sealed of this.sealed(from, to)) yield unseal(sealed);
  }

  /** Up to the head, which is what was acknowledged: the file may already hold more. */
  sealed(from = 1, to = Infinity): Iterable<Sealed> {
    return this.#reader.sealed(from, Math.min(to, this.#head.length));
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** One after the other, so that a ballot waits behind one picture or piece at most, however many arrive at once. */
  #beside(order: (id: number) => Order): Promise<void> {
    const keep = async () => void (await this.#ask(null, order));
    const kept = this.#keeping === null ? keep() : this.#keeping.then(keep);
    const over = kept.then(
      () => undefined,
      () => undefined,
    );
    this.#keeping = over;
    void over.then(() => {
      if (this.#keeping === over) this.#keeping = null;
    });
    return kept;
  }

  #ask(adds: number | null, order: (id: number, round: number) => Order): Promise<Head> {
    if (this.#closing) return Promise.reject(failure('closed'));
    const id = (this.#sent += 1);
    const round = this.#round;
    return new Promise((resolve, reject) => {
      const worker = (this.#worker ??= this.#start());
      this.#waiting.set(id, { adds, round, resolve, reject });
      try {
        worker.postMessage(order(id, round));
      } catch (cause) {
        // A draft without JSON form. The failure takes its place in the line all the same.
        worker.postMessage({ kind: 'append-unsendable', id, round, cause: String(cause) } satisfies Order);
      }
    });
  }

  #start(): Worker {
    const workerData: ThreadData = { path: this.#path, commitDelay: this.#options.commitDelay ?? 0 };
    const worker = new Worker(new URL('./journal-thread.ts', import.meta.url), { workerData });
    let error: unknown;
    worker.on('message', (answer: Answer) => this.#hear(answer));
    worker.on('error', (cause: unknown) => (error = cause));
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
      this.#settle(error);
    });
    return worker;
  }

  #hear(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    if (!waiting) return;
    this.#waiting.delete(answer.id);
    if (answer.kind === 'failed') {
      this.#fail(waiting, answer.reason, answer.cause);
    } else {
      if (answer.kind === 'appended') this.#head = answer.head;
      else if (answer.kind === 'purged') ({ salt: this.#salt, head: this.#head } = answer);
      waiting.resolve(this.#head);
    }
    if (this.#waiting.size === 0) this.#idle?.();
  }

  #fail(waiting: Waiting, reason: FailureReason, cause?: unknown): void {
    if (waiting.adds !== null) this.#round = Math.max(this.#round, waiting.round + 1);
    waiting.reject(failure(reason, cause));
  }

  /**
   * The thread has ended, and nobody answers what waits. What it committed just before stands in the file: readers see
   * a commit only after its fsync, and one batch is one commit, so the length of the file tells which batches are in.
   * The next order starts a new thread.
   */
  #settle(cause: unknown): void {
    if (this.#waiting.size === 0) return;
    const written = this.#reader.head().length;
    this.#salt = this.#reader.salt();
    for (const waiting of this.#waiting.values()) {
      const { adds, round, resolve } = waiting;
      const length = this.#head.length + (adds ?? 0);
      if (adds === null || round < this.#round || length > written) {
        this.#fail(waiting, 'thread-ended', cause);
      } else {
        if (adds > 0) this.#head = { length, head: this.#reader.hashOf(length) };
        resolve(this.#head);
      }
    }
    this.#waiting.clear();
    this.#idle?.();
  }

  async #close(): Promise<void> {
    if (this.#waiting.size > 0) await new Promise<void>((resolve) => (this.#idle = resolve));
    // The reader first: the last connection to close must be one that may empty the write-ahead log.
    this.#reader.close();
    const worker = this.#worker;
    if (worker) {
      const exit = new Promise((resolve) => worker.once('exit', resolve));
      worker.postMessage({ kind: 'close' } satisfies Order);
      await exit;
    }
    this.#options.onClosed?.();
  }
}
