/**
 * What of a slice only counts: many taps a second change it, and nobody acts upon the newest figure. On phones it waits
 * for the next frame, or for a pace of its own; organizers and screens are told at once.
 */
import type { Audience, SliceName, Slices } from '../assessment/view.ts';

const AT_ONCE: ReadonlySet<Audience> = new Set<Audience>(['organizer', 'screen']);

type Plain = { [N in SliceName]?: (value: Slices[N]) => unknown };
const PLAIN: Plain = {
  questions: (all) => all.map((one) => ({ ...one, support: 0 })),
  stage: (stage) => (stage.question ? { ...stage, question: { ...stage.question, support: 0 } } : stage),
  open: () => null,
  voices: () => null,
};

/** The text of a slice without its counts; the whole `text` where none of it waits. */
export function plainOf<N extends SliceName>(
  audience: Audience,
  name: N,
  value: Slices[N],
  text: string,
): string {
  const plain = AT_ONCE.has(audience) ? undefined : PLAIN[name];
  return plain === undefined ? text : JSON.stringify(plain(value));
}
