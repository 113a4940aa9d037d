/** What the lower half of the live page shows by itself, until somebody chooses otherwise. */
import type { Slices } from '$assessment/view.ts';

export const PANELS = ['questions', 'promises', 'draws', 'standings'] as const;
export type Panel = (typeof PANELS)[number];

export function panelOf({ meeting, stage, draws, agenda }: Partial<Slices>): Panel {
  if (meeting?.phase === 'closed') return 'standings';
  if (draws?.some((one) => one.number === null && !one.abandoned)) return 'draws';
  if (meeting?.phase === 'draft' || meeting?.phase === 'ready') return 'draws';
  if (stage?.unit) return 'questions';
  return agenda?.some((one) => one.stage === 'locked' || one.stage === 'published')
    ? 'standings'
    : 'questions';
}
