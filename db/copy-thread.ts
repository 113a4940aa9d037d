/** The thread in which one copy of a meeting is made: reading, writing and waiting for the disk are none of the hub's. */
import { parentPort, workerData } from 'node:worker_threads';
import { makeCopy, type Copy, type CopyOrder } from './copies.ts';

export type Copied = { copy: Copy } | { failed: string };

function copied(): Copied {
  try {
    return { copy: makeCopy(workerData as CopyOrder) };
  } catch (error) {
    return { failed: String(error) };
  }
}

parentPort?.postMessage(copied());
