/** Q5, in the order in which they are read; the rules' own list stands in a file with schemas. */
import type { Rating } from '$assessment/questions.ts';

export type { RatingCounts } from '$assessment/view-stage.ts';
export const RATINGS: readonly Rating[] = ['good', 'rather-good', 'fair', 'poor'];
