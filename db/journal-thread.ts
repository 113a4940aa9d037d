/** The thread in which a journal's commits run: takes orders in turn, seals, commits, answers. See worker-journal.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Draft, Head } from '../assessment/journal.ts';
import type { DeckFile } from '../assessment/decks.ts';
import type { Picture } from '../assessment/pictures.ts';
import { JournalFile } from './journal-file.ts';
import type { FailureReason, Fault } from './journal-options.ts';
import { openWriter } from './open.ts';
import { read } from './written-text.ts';

export interface ThreadData {
  path: string;
  commitDelay: number;
}

/** `round` counts the failures that the sender had heard of when it sent the order. */
export type Order =
  /** `drafts` as `spelled` writes a list of them. */
  | { kind: 'append'; id: number; round: number; drafts: string; fault: Fault | undefined }
  /** An append whose drafts have no JSON form. It fails in its place, like any other. */
  | { kind: 'append-unsendable'; id: number; round: number; cause: string }
  | { kind: 'purge'; id: number; note: Draft | undefined }
  | { kind: 'keep'; id: number; picture: Picture }
  | { kind: 'picture-drop'; id: number; hash: string }
  | { kind: 'deck-put'; id: number; upload: string; nth: number; bytes: Uint8Array }
  | { kind: 'deck-seal'; id: number; file: DeckFile }
  | { kind: 'deck-drop'; id: number; upload: string }
  | { kind: 'alive'; at: number }
  | { kind: 'close' };

export type Answer =
  | { kind: 'appended'; id: number; head: Head }
  | { kind: 'purged'; id: number; salt: string; head: Head }
  | { kind: 'kept'; id: number }
  | { kind: 'failed'; id: number; reason: FailureReason; cause?: string };

type Appending = Extract<Order, { kind: 'append' | 'append-unsendable' }>;

if (parentPort) {
  const port = parentPort;
  const { path, commitDelay } = workerData as ThreadData;
  const file = new JournalFile(openWriter(path, true), commitDelay);
  /** Counts failures; what was sent before the sender heard of the last one is refused. */
  let round = 0;

  const append = (order: Appending): Answer => {
    const { id } = order;
    if (order.round < round) return { kind: 'failed', id, reason: 'behind-a-failure' };
    try {
      if (order.kind === 'append-unsendable') throw new Error(order.cause);
      const head = file.commitWritten(read(order.drafts), order.fault);
      if (order.fault === 'crash-after-commit') process.exit(1);
      return { kind: 'appended', id, head };
    } catch (cause) {
      if (order.kind === 'append' && order.fault === 'crash') process.exit(1);
      round = order.round + 1;
      return { kind: 'failed', id, reason: 'commit-failed', cause: String(cause) };
    }
  };

  const purge = (id: number, note: Draft | undefined): Answer => {
    try {
      const head = file.purge(note);
      return { kind: 'purged', id, salt: file.salt, head };
    } catch (cause) {
      return { kind: 'failed', id, reason: 'commit-failed', cause: String(cause) };
    }
  };

  /** What stands beside the journal: a picture, a piece of a deck. */
  const beside = (id: number, work: () => void): Answer => {
    try {
      work();
      return { kind: 'kept', id };
    } catch (cause) {
      return { kind: 'failed', id, reason: 'commit-failed', cause: String(cause) };
    }
  };

  port.on('message', (order: Order) => {
    if (order.kind === 'append' || order.kind === 'append-unsendable') port.postMessage(append(order));
    else if (order.kind === 'purge') port.postMessage(purge(order.id, order.note));
    else if (order.kind === 'keep') port.postMessage(beside(order.id, () => file.keepPicture(order.picture)));
    else if (order.kind === 'picture-drop')
      port.postMessage(beside(order.id, () => file.dropPicture(order.hash)));
    else if (order.kind === 'deck-put')
      port.postMessage(
        beside(order.id, () => file.deck((decks) => decks.put(order.upload, order.nth, order.bytes))),
      );
    else if (order.kind === 'deck-seal')
      port.postMessage(beside(order.id, () => file.deck((decks) => decks.seal(order.file))));
    else if (order.kind === 'deck-drop')
      port.postMessage(beside(order.id, () => file.deck((decks) => decks.dropSome(order.upload))));
    else if (order.kind === 'alive') file.alive(order.at);
    else {
      file.close();
      port.close();
    }
  });
}
