/**
 * What was worked out of a count that stands. It takes exact fractions and some milliseconds, and every frame asks for
 * all units that are locked; a count behind its lock changes only where `Turn.counted` says so (I7).
 */
import type { Scoring } from './sheet.ts';
import type { State } from './state.ts';

interface Kept<T> {
  scoring: Scoring;
  counted: number;
  value: T;
}

/** Works something out of a unit's count once for each count; before the lock, every time anew. */
export function perCount<T>(work: (state: State, unit: string) => T): (state: State, unit: string) => T {
  const all = new WeakMap<State, Map<string, Kept<T>>>();
  return (state, unit) => {
    const turn = state.agenda.turns.get(unit);
    if (turn?.stage !== 'locked' && turn?.stage !== 'published') return work(state, unit);
    const kept = all.get(state) ?? new Map<string, Kept<T>>();
    all.set(state, kept);
    const { scoring } = state;
    const last = kept.get(unit);
    if (last?.counted === turn.counted && last.scoring === scoring) return last.value;
    const value = work(state, unit);
    kept.set(unit, { scoring, counted: turn.counted, value });
    return value;
  };
}
