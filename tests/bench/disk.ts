/** How long this disk takes to keep one small write: what a ballot that is committed alone waits for. */
import { fdatasyncSync, openSync, closeSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { median } from './bench.ts';

const TIMES = 200;
const BYTES = 4096;

/** @returns the median, in ms */
export function fsyncOf(folder: string): number {
  const path = join(folder, 'fsync');
  const file = openSync(path, 'w');
  const page = Buffer.alloc(BYTES, 1);
  const took = Array.from({ length: TIMES }, (_, at) => {
    const began = performance.now();
    writeSync(file, page, 0, BYTES, at * BYTES);
    fdatasyncSync(file);
    return performance.now() - began;
  });
  closeSync(file);
  rmSync(path);
  return median(took);
}
