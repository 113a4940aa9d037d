/** What a hub weighs, and how long examiners wait for their answers. */
import { readFileSync } from 'node:fs';
import type { HubProcess } from '../support/hub-process.ts';
import type { Phone } from './phone.ts';
import { pause, until } from './until.ts';

/** For the environment of a hub that is to be weighed. */
export const WEIGHS = { NODE_OPTIONS: `--import ${new URL('weigh-point.ts', import.meta.url).href}` };

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

/** Between two ballots of one phone, in ms: as often as the hub lets one phone speak without end. */
const REST = 40;

/** Everybody submits again and again, one ballot after the other. @returns how long each answer took, in ms, sorted */
export async function waits(phones: readonly Phone[], unit: string, ends: () => boolean): Promise<number[]> {
  const times: number[] = [];
  const one = async (phone: Phone) => {
    do {
      const began = performance.now();
      await phone.score(unit);
      times.push(performance.now() - began);
      await pause(REST);
    } while (!ends());
  };
  await Promise.all(phones.map(one));
  return times.sort((a, b) => a - b);
}

/** @param part 0.5 for the median; in tenths of a ms */
export const quantile = (sorted: readonly number[], part: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0) * 10) / 10;

/** What a hub really holds, in KiB: its heap and its buffers, once its garbage is collected. */
export async function weight(hub: HubProcess): Promise<number> {
  const told = () => [...hub.output.matchAll(/^WEIGHED (\d+) (\d+) \d+$/gm)];
  const before = told().length;
  process.kill(hub.pid, 'SIGWINCH');
  await until(() => told().length > before || !hub.alive, 'the hub to be weighed');
  const [, heap = '0', external = '0'] = told().pop() ?? [];
  return Number(heap) + Number(external);
}
