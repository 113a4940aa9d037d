/**
 * V2 · A ceremony that goes on by itself, at a pace that the host chose, driven by his page (decision 0017): each beat is a
 * command of his like any other, so the journal knows how far it got, and nothing goes on unless somebody watches it.
 */
import { keep, recall } from '../../live/keep.ts';

/** Seconds between two beats, as they are offered. */
export const PACES = ['4', '8', '15'] as const;
export type Pace = (typeof PACES)[number];

const KEY = 'dkc.console.pace';

/** Why it stands still though nobody stopped it. */
export type Halt = 'first' | 'hidden' | 'refused';

export class Play {
  on = $state(false);
  halt = $state<Halt | null>(null);
  #pace = $state<Pace>(PACES.find((one) => one === recall(KEY)) ?? '8');

  get pace(): Pace {
    return this.#pace;
  }
  set pace(pace: Pace) {
    this.#pace = pace;
    keep(KEY, pace);
  }

  start(): void {
    this.halt = null;
    this.on = true;
  }

  stop(why: Halt | null = null): void {
    if (!this.on) return;
    this.on = false;
    this.halt = why;
  }

  /** The next beat once its time has come. @returns a function that calls it off */
  next(beat: () => Promise<boolean>): () => void {
    const due = async () => {
      if (!(await beat())) this.stop('refused');
    };
    const timer = setTimeout(() => void due(), Number(this.#pace) * 1000);
    return () => clearTimeout(timer);
  }
}
