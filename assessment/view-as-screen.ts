/** V1 · What an organizer has, reduced to what a screen is sent. Without the rules, so that a page may load it. */
import type { Slices, SliceName } from './view.ts';

/** The slices of a screen, without a list that could be forgotten: what is missing here is shown nowhere. */
const OF_SCREEN: { [N in SliceName]?: (slice: Slices[N]) => Slices[N] } = {
  meeting: (slice) => slice,
  stage: (slice) => ({
    ...slice,
    hands: 0,
    question: slice.question && { ...slice.question, picture: null },
  }),
  agenda: (slice) => slice,
  progress: (slice) =>
    slice && { ...slice, pending: [], categories: slice.categories.map((one) => ({ ...one, waits: 0 })) },
  standings: (slice) => ({
    ...slice,
    locked: [],
    coming: null,
    ceremony: slice.ceremony && { ...slice.ceremony, coming: null },
  }),
  outcome: (slice) => slice,
  appeal: (slice) => ({ ...slice, waits: null }),
  draws: (slice) => slice,
  deck: (slice) => slice,
  crowd: (slice) => slice,
  shows: (slice) => slice,
  promiseWall: (slice) => slice,
  locks: (slice) => slice,
};

/**
 * V1: what an organizer has, reduced to what a screen is sent: his preview is made of nothing else.
 * `tests/rules/screens.test.ts` holds it to the slices of the audience `screen`.
 */
export function asScreen(slices: Partial<Slices>): Partial<Slices> {
  const shown: Record<string, unknown> = {};
  for (const [name, reduce] of Object.entries(OF_SCREEN)) {
    const slice = slices[name as SliceName];
    if (slice !== undefined) shown[name] = (reduce as (slice: unknown) => unknown)(slice);
  }
  return shown as Partial<Slices>;
}
