/** What this machine can do for a meeting: room on the disk, and how long it takes until something is surely there. */
import { randomUUID } from 'node:crypto';
import { open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Machine } from './protocol-names.ts';

const ROUNDS = 7;
/** A commit of some sixty ballots is about as long. */
const BLOCK = new Uint8Array(16_384);

/** Bytes; null where the system does not say. */
async function diskOf(folder: string): Promise<Machine['disk']> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { free: bavail * bsize, total: blocks * bsize };
  } catch {
    return null;
  }
}

/** Median of some writes with fsync in the data folder, in ms; null where nothing can be written there (J3). */
async function fsyncOf(folder: string): Promise<number | null> {
  const path = join(folder, `probe-${randomUUID()}`);
  try {
    const file = await open(path, 'wx');
    try {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const began = performance.now();
        await file.write(BLOCK);
        await file.sync();
        times.push(performance.now() - began);
      }
      return times.sort((a, b) => a - b)[ROUNDS >> 1] ?? null;
    } finally {
      await file.close();
    }
  } catch {
    return null;
  } finally {
    await rm(path, { force: true });
  }
}

export async function machineOf(folder: string, now: number): Promise<Machine> {
  const [disk, fsync] = [await diskOf(folder), await fsyncOf(folder)];
  return { now, disk, fsync };
}
