/** What a commit changes: entries folded into the public state, and whom that concerns. */
import { fold } from '../assessment/decide.ts';
import type { Draft, Recorded } from '../assessment/journal.ts';
import type { State } from '../assessment/state.ts';
import { touchedBy } from '../assessment/view-mine.ts';

/** What a commit changed, for whoever shows it. `sessions: null` means any device's own view may differ. */
export interface Change {
  from: number;
  to: number;
  sessions: ReadonlySet<string> | null;
  /** True where a pass moved or a session was revoked: connections must be looked at again (I2, I4). */
  passes: boolean;
}

const MOVES_PASSES: ReadonlySet<string> = new Set([
  'pass-enrolled',
  'pass-reissued',
  'pass-revoked',
  'passes-issued',
  'session-revoked',
]);

export const numbered = (draft: Draft, n: number): Recorded => ({ ...draft, n });

/** Folds what is on disk into `state`. @returns what changed by it */
export function applied(state: State, drafts: readonly Draft[]): Change {
  const from = state.length;
  const sessions = new Set<string>();
  let all = false;
  for (const draft of drafts) {
    // Before and behind the fold: a device that an entry takes out of the state is concerned as well (I2).
    const some = touchedBy(state, draft, sessions);
    fold(state, numbered(draft, state.length + 1));
    if (!some || !touchedBy(state, draft, sessions)) all = true;
  }
  const passes = drafts.some((draft) => MOVES_PASSES.has(draft.type));
  return { from, to: state.length, sessions: all ? null : sessions, passes };
}
