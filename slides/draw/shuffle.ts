/**
 * L1 on the wall: the shuffle that is shown is the algorithm. From roster order, swap by swap as `assessment/lots.ts`
 * computes them from the published secret and number, to the order in the journal, by server time: all walls are in
 * step, and one that is opened later shows the end.
 */
import { drawSteps, type DrawStep } from '../../assessment/lots.ts';
import type { DrawView } from '$assessment/view.ts';

/** The number that was said, and the list as it was, before anything moves. */
export const LEAD_MS = 1000;
/** How long one slip is on its way; a swap may begin while the one before it still glides. */
export const MOVE_MS = 480;
/** From the journalled draw to the last slip in its place. */
export const WHOLE_MS = 6000;

export interface Shuffle {
  /** What was drawn from, in roster order. */
  items: string[];
  steps: DrawStep[];
  /** Server ms of the journalled draw. */
  startedAt: number;
}

/** Ms from one swap to the next: as calm as the whole allows. */
export const beatOf = (steps: number): number =>
  Math.min(MOVE_MS, (WHOLE_MS - LEAD_MS - MOVE_MS) / Math.max(1, steps));

const endOf = ({ startedAt, steps }: Shuffle): number =>
  startedAt + LEAD_MS + steps.length * beatOf(steps.length) + MOVE_MS;

/** How many swaps are done at `now`. */
export function doneAt({ startedAt, steps }: Shuffle, now: number): number {
  const done = Math.floor((now - startedAt - LEAD_MS) / beatOf(steps.length));
  return Math.max(0, Math.min(steps.length, done));
}

export const isOver = (shuffle: Shuffle, now: number): boolean => now >= endOf(shuffle);

/** The list after so many swaps, and the first place that is settled by then: places settle from the last one up. */
export function orderAfter({ items, steps }: Shuffle, done: number): { order: string[]; settled: number } {
  const order = [...items];
  for (const { at, swap } of steps.slice(0, done)) {
    const held = order[at] as string;
    order[at] = order[swap] as string;
    order[swap] = held;
  }
  // What is left when every other place has been settled is settled, too.
  return { order, settled: done === steps.length ? 0 : items.length - done };
}

/**
 * What a wall steps through at `now`; null where the draw is long over, or where the published figures do not lead to
 * the journalled order: then the order is shown and nothing that could be doubted (X2).
 */
export function shuffleOf(draw: DrawView, now: number): Shuffle | null {
  const { id, secret, number, drawn, doneAt: startedAt } = draw;
  if (secret === null || number === null || drawn === null || startedAt == null) return null;
  if (now >= startedAt + WHOLE_MS || now < startedAt - WHOLE_MS) return null;
  const items = draw.items.map((one) => one.id);
  const shuffle = { items, steps: drawSteps(secret, id, number, items.length), startedAt };
  const { order } = orderAfter(shuffle, shuffle.steps.length);
  const same = order.length === drawn.length && order.every((one, at) => one === drawn[at]);
  return same && !isOver(shuffle, now) ? shuffle : null;
}
