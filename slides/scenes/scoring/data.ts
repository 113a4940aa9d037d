import type { Clock } from '$assessment/clocks.ts';
import type { CrowdView, OutcomeView, ProgressView, StageView } from '$assessment/view.ts';
import { wallOnStage, type UnitOnWall } from '../../unit.ts';

/** How far the scoring is: how many of how many, never a score (V1). */
export interface ScoringData {
  unit: UnitOnWall;
  /** B3: the visible grace period. */
  closing: boolean;
  clock: Clock | null;
  returned: number;
  eligible: number;
  /** In the order of the sheet. */
  categories: { id: string; name: string; returned: number; eligible: number }[];
  /** B8: how many voices there are, never for what; and whether they count. */
  votes: number;
  counts: boolean;
}

export function scoringOf(
  unit: NonNullable<StageView['unit']>,
  stage: StageView,
  progress: ProgressView | null | undefined,
  crowd: CrowdView | undefined,
  outcome: OutcomeView | undefined,
): ScoringData {
  const own = progress?.unit === unit.id ? progress : null;
  const present = (own?.categories ?? []).filter((one) => one.eligible > 0 || one.returned > 0);
  return {
    unit: wallOnStage(unit),
    closing: stage.stage === 'closing',
    clock: stage.clock,
    returned: own?.returned ?? 0,
    eligible: own?.eligible ?? 0,
    categories: present.map(({ id, name, returned, eligible }) => ({ id, name, returned, eligible })),
    votes: crowd?.unit === unit.id ? crowd.votes : 0,
    counts: (outcome?.crowd ?? null) !== null,
  };
}
