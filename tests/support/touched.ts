import type { State } from '../../assessment/state.ts';
import { touchedBy } from '../../assessment/view-mine.ts';

/** The sessions that an entry concerns; null for all. */
export function touched(state: State, entry: Parameters<typeof touchedBy>[1]): string[] | null {
  const sessions = new Set<string>();
  return touchedBy(state, entry, sessions) ? [...sessions] : null;
}
