/** V1, B6, B4 · The announced result: provisional until the appeal period ends, then final. Public once the meeting is closed. */
import { placesOf, type AppealChange, type Place } from './appeal.ts';
import type { Audience } from './audiences.ts';
import { waitsOf, type Waits } from './finalise.ts';
import type { State } from './state.ts';

export type { AppealChange, Place, Placing } from './appeal.ts';

/** All times in server ms, scores in hundredths; nothing here names a person, a pass or a reason (J6). */
export interface AppealView {
  /** `open`: nothing was announced, or the meeting was reopened. */
  state: 'open' | 'provisional' | 'final';
  /** When the result was announced, and for how many calendar days. */
  since: number | null;
  days: number | null;
  /** The moment from which it can become final; it stays provisional until somebody says so. */
  until: number | null;
  finalAt: number | null;
  /** An owner ended the period before its time. */
  early: boolean;
  /** As announced, in the order of turns. */
  announced: Place[];
  /** As it is now, or as it became final: amendments of one unit move the ranks of others too. */
  now: Place[];
  /** Between provisional and final, in the order in which they were confirmed. */
  changes: AppealChange[];
  /** Results that were announced before and given up when the meeting was reopened. */
  earlier: { at: number; reopenedAt: number }[];
  /** Organizers only: what a final result still waits for beside the time. */
  waits: Waits | null;
}

const OPEN: AppealView = {
  state: 'open',
  since: null,
  days: null,
  until: null,
  finalAt: null,
  early: false,
  announced: [],
  now: [],
  changes: [],
  earlier: [],
  waits: null,
};

export function appealView(state: State, audience: Audience = 'crowd'): AppealView {
  const { result, earlier } = state.appeal;
  const before = earlier.map(({ at, reopenedAt }) => ({ at, reopenedAt }));
  if (!result) return { ...OPEN, earlier: before };
  const { at, days, until, places, changes, final } = result;
  return {
    state: final ? 'final' : 'provisional',
    since: at,
    days,
    until,
    finalAt: final?.at ?? null,
    early: final?.early ?? false,
    announced: places,
    now: final?.places ?? placesOf(state),
    changes,
    earlier: before,
    waits: audience === 'organizer' && !final ? waitsOf(state) : null,
  };
}
