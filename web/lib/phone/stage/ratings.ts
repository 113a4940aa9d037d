import type { Rating } from '../../../../assessment/questions.ts';

/** Q5, best first; said here so that a phone does not load the rules of questions for four words. */
export const RATINGS: readonly Rating[] = ['good', 'rather-good', 'fair', 'poor'];
