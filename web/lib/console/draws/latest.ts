/** Draws as the live page asks for them. */
import type { DrawView } from '$assessment/view-draws.ts';
import type { Slices } from '$assessment/view.ts';

export const latestDraw = ({ draws = [] }: Partial<Slices>): DrawView | null =>
  draws[draws.length - 1] ?? null;

/** The draw that was promised and waits for its number. */
export const openDraw = ({ draws = [] }: Partial<Slices>): DrawView | null =>
  draws.find((one) => one.number === null && !one.abandoned) ?? null;

/** L2: who or what was drawn: the first that was not passed over. */
export const chosenIn = ({ drawn, passedOver, items }: DrawView): { id: string; label: string } | null => {
  const id = drawn?.find((one) => !passedOver.includes(one));
  return id === undefined ? null : { id, label: items.find((one) => one.id === id)?.label ?? id };
};
