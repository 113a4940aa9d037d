import type { Slices, StageView } from '$assessment/view.ts';
import { wallOnStage, type UnitOnWall } from '../../unit.ts';
import { questionHead, type QuestionHead } from '../question/data.ts';

type Staged = NonNullable<StageView['question']>;
type Counts = NonNullable<Staged['ratings']>;

/** Q5: how examiners rated an answer, all at once after the window. */
export interface RatingsData extends QuestionHead {
  unit: UnitOnWall;
  counts: Counts;
  total: number;
}

/** Best first, as everywhere. */
export const RATING_ORDER = ['good', 'rather-good', 'fair', 'poor'] as const;

export function ratingsOf(
  unit: NonNullable<StageView['unit']>,
  question: Staged,
  counts: Counts,
  meeting: Slices['meeting'] | undefined,
): RatingsData {
  const total = RATING_ORDER.reduce((sum, one) => sum + counts[one], 0);
  return { ...questionHead(question, meeting), unit: wallOnStage(unit), counts, total };
}
