/** Server time for what moves faster than the wall's tick, and who wants it to stand still. */
import { getContext, setContext } from 'svelte';

interface Motion {
  /** A picture for the gallery: it stands as it is at its moment. */
  still: boolean;
  /** Who wants no motion is shown the end at once. */
  reduced: boolean;
}

const KEY = 'dkc.motion';
const FREE: Motion = { still: false, reduced: false };

/** Told by the screen to all of its scenes. */
export const setMotion = (motion: Motion): void => void setContext(KEY, motion);
export const motionHere = (): Motion => getContext<Motion | undefined>(KEY) ?? FREE;

const FRAME_MS = 40;
/** No longer than a tick may be late: a line that is down must not run a wall ahead of the others. */
const AHEAD_MS = 1000;

/** Runs on from the last tick while something moves. */
export class Stepping {
  now = $state(0);

  /** @param tick server ms of the last tick @param moves whether anything does */
  constructor(tick: () => number, moves: () => boolean) {
    const { still } = motionHere();
    this.now = tick();
    $effect.pre(() => {
      const from = tick();
      this.now = from;
      if (still || !moves()) return;
      const began = performance.now();
      const timer = setInterval(() => {
        this.now = from + Math.min(AHEAD_MS, performance.now() - began);
      }, FRAME_MS);
      return () => clearInterval(timer);
    });
  }
}
