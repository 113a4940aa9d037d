import type { Clock } from '$assessment/clocks.ts';
import type { Slices, StageView } from '$assessment/view.ts';

export interface PauseData {
  note: string | null;
  unit: string | null;
  stage: StageView['stage'];
  /** The clock that was stopped: the question's where one was being answered. */
  clock: Clock | null;
  /** A break that a host shows: no clock was stopped by it (A4). */
  rests?: boolean;
}

export const REST: PauseData = { note: null, unit: null, stage: null, clock: null, rests: true };

export function pauseOf(slices: Partial<Slices>): PauseData {
  const { meeting, stage } = slices;
  const question = stage?.question ?? null;
  const answering = question?.state === 'asked';
  return {
    note: meeting?.note?.trim() || null,
    unit: stage?.unit?.name ?? null,
    stage: stage?.stage ?? null,
    clock: (answering ? question?.clock : null) ?? stage?.clock ?? null,
  };
}

/** A short note is the heading itself; a longer one stands below it. */
export const HEADING = 10;
export const isHeading = (note: string | null): note is string =>
  note !== null && Array.from(note).length <= HEADING;
/** The one weather that a square knows. */
export const isRain = (note: string | null): boolean => /雨|rain/i.test(note ?? '');
