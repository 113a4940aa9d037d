/** What a scenario is, and what it tells. */
import type { Counts } from './history.ts';

export interface Options {
  short: boolean;
  seed: number;
  /** Overrides how often a fault happens, or how many messages are sent, where a scenario has such a number. */
  count: number | null;
  progress(line: string): void;
}

export interface Outcome {
  counts: Counts;
  /** Numbers of its own, such as kills. */
  numbers: Record<string, number | string>;
  /** Everything that did not hold; empty where all did. */
  faults: string[];
}

/** What this machine cannot do, such as mounting a small disk. */
export class NotHere extends Error {}

export interface Scenario {
  name: string;
  about: string;
  run(options: Options): Promise<Outcome>;
}
