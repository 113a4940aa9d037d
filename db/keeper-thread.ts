/** The thread in which a meeting's file is worked on beside its writer: behind everything else that the machine has to do. */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { Attended } from './make-snapshot.ts';

export interface KeeperOrder {
  /** The meeting's file. */
  path: string;
  /** What is to be done: a snapshot, or the chain up to this entry. */
  work: 'snapshot' | { verify: number };
  /** One place, which is 1 when the work is to end. */
  stop: Int32Array;
}

export type KeeperAnswer = { done: Attended } | { failed: string } | { reached: number };

/** Elsewhere it would be the priority of the whole process. */
const OF_A_THREAD = process.platform === 'linux';
/** Between two stretches, in ms. */
const BREATH = 1;
/** Entries between two words of how far it is. */
const TELL = 20_000;

const { path, work, stop } = workerData as KeeperOrder;
const say = (answer: KeeperAnswer): void => parentPort?.postMessage(answer);

const goOn = (n: number): boolean => {
  if (work !== 'snapshot' && n % TELL === 0) say({ reached: n });
  return Atomics.wait(stop, 0, 0, BREATH) === 'timed-out';
};

try {
  if (OF_A_THREAD) setPriority(0, 19);
  // Behind that: its rules are read at the low priority as well.
  const { makeSnapshot, verifyUntil } = await import('./make-snapshot.ts');
  say({ done: work === 'snapshot' ? makeSnapshot(path, goOn) : verifyUntil(path, work.verify, goOn) });
} catch (error) {
  say({ failed: String(error) });
}
