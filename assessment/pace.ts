/** How long turns have taken so far, for the estimate of the end; organizers only. */
import type { State } from './state.ts';
import { waitingUnits, type Turn } from './turns.ts';

/** All spans in ms. */
export interface PaceView {
  /** Turns that were played to their lock, and how long they took together, in server time. */
  done: number;
  spent: number;
  /** Units whose turn is to come. */
  left: number;
  /** Server time at which the unit on stage came up. */
  since: number | null;
}

const begun = (turn: Turn | undefined): number | null =>
  turn?.steps.find(({ stage }) => stage !== 'waiting')?.at ?? null;

export function paceView(state: State): PaceView {
  const { turns, onStage } = state.agenda;
  const played = [...turns.values()].filter((turn) => !turn.absent && turn.lockedAt !== null);
  const spans = played.map((turn) => (turn.lockedAt ?? 0) - (begun(turn) ?? turn.lockedAt ?? 0));
  return {
    done: spans.length,
    spent: spans.reduce((sum, one) => sum + one, 0),
    left: waitingUnits(state).length,
    since: begun(onStage === null ? undefined : turns.get(onStage)),
  };
}
