/** What a hub weighs, and how long examiners wait for their answers. */
import { readFileSync } from 'node:fs';
import type { Phone } from './phone.ts';
import { pause } from './until.ts';

/** Memory of a process in MiB. */
export function memoryOf(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(line?.[1] ?? 0) / 1024);
}

/** The largest of it while something goes on. */
export class Gauge {
  most = 0;
  readonly #timer: NodeJS.Timeout;
  constructor(pid: number) {
    const look = () => (this.most = Math.max(this.most, memoryOf(pid)));
    look();
    this.#timer = setInterval(look, 200);
  }
  stop(): number {
    clearInterval(this.#timer);
    return this.most;
  }
}

/** Submits again and again, one after the other. @returns how long each answer took, in ms, sorted */
export async function waits(phone: Phone, unit: string, ends: () => boolean): Promise<number[]> {
  const times: number[] = [];
  do {
    const began = performance.now();
    await phone.score(unit);
    times.push(performance.now() - began);
    await pause(30);
  } while (!ends());
  return times.sort((a, b) => a - b);
}

export const median = (sorted: readonly number[]): number => Math.round(sorted[sorted.length >> 1] ?? 0);
