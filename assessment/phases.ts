/** A1 · What a meeting's phase allows. */
import { refuse } from './noun.ts';
import type { State } from './state.ts';

/** @throws Refusal `meeting-closed` */
export function needOpen(state: State): void {
  if (state.meeting.phase === 'closed') refuse('meeting-closed');
}

/** Commands of the stage need a meeting that runs or stands in the rain. @throws Refusal */
export function needLive(state: State): void {
  needOpen(state);
  if (state.meeting.phase !== 'live' && state.meeting.phase !== 'paused') refuse('meeting-not-live');
}
