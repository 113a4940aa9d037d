/**
 * J6 · How long a meeting keeps what could name or describe a person, and that it was purged. The purge itself is the
 * journal's (`Journal.purge`): it deletes the private parts, and the entry below says for good that this was no
 * tampering: the parts of entries up to its number are expected to be gone.
 */
import * as v from 'valibot';
import { isProvisional } from './appeal.ts';
import { whole } from './fields.ts';
import { command, type Entry, type Folds } from './noun.ts';
import { KEEP_DAYS, MOST_KEEP_DAYS, PURGE_NOTICE } from './privacy-times.ts';
import type { State } from './state.ts';

const DAY = 86_400_000;
/** On whose behalf it was purged: an owner in the console, its time ran out, a command, or a copy that had been purged. */
export type PurgeCause = 'asked' | 'time' | 'command' | 'copy';

export interface PrivacyState {
  /** Days after the end; 0: until somebody purges. */
  keepDays: number;
  /** When that was set (server ms); null where it is as it was at the beginning. */
  keepSetAt: number | null;
  /** The last purge: its entry and its time (server ms). */
  purged: { n: number; at: number } | null;
}

export const emptyPrivacy = (): PrivacyState => ({ keepDays: KEEP_DAYS, keepSetAt: null, purged: null });

/**
 * J6: the entry of a purge.
 * @param line the journal goes on under another name: whoever holds names or texts from before asks for everything anew.
 *   It does not begin with the meeting's id as a restore's does: nothing was lost that a phone would have to offer again.
 */
export const privatePurged = (cause: PurgeCause, line: string): Entry => ({
  type: 'private-purged',
  data: { cause, line },
});

/** Until when an appeal may need names and reasons, in server ms; null where none may any more. */
const appealUntil = (state: State): number | null =>
  isProvisional(state) ? (state.appeal.result?.until ?? null) : null;

/**
 * Why a meeting cannot be purged now; null where it can. One that was put away before its end is as good as over.
 * @param now server ms
 */
export function whyNotPurged(state: State, archived: boolean, now: number): 'not-over' | 'appeal' | null {
  if (!archived && state.meeting.phase !== 'closed') return 'not-over';
  return now < (appealUntil(state) ?? 0) ? 'appeal' : null;
}

/**
 * When a meeting that ended at `endedAt` is purged by itself, in server ms; null where never, or where it was already.
 * A time that was shortened after the end leaves 30 days, so that nobody is surprised; and an appeal has its time.
 */
export function purgeDue(state: State, endedAt: number | null): number | null {
  const { keepDays, keepSetAt, purged } = state.privacy;
  if (endedAt === null || keepDays === 0 || (purged !== null && purged.at >= endedAt)) return null;
  const due = Math.max(endedAt + keepDays * DAY, state.appeal.result?.until ?? 0);
  return keepSetAt !== null && keepSetAt > endedAt ? Math.max(due, keepSetAt + PURGE_NOTICE) : due;
}

/** A1: the official meeting and a copy keep as long as the meeting that they come from. */
export const keepTaken = ({ privacy }: State): Entry[] =>
  privacy.keepDays === KEEP_DAYS ? [] : [{ type: 'keep-days-set', data: { days: privacy.keepDays } }];

export const privacyCommands = {
  /** In every phase: a dispute may need names for longer than was thought. Owners alone, for it deletes in the end. */
  'privacy.keep': command(['owner'], v.object({ days: whole(0, MOST_KEEP_DAYS) }), (state, { days }) =>
    days === state.privacy.keepDays ? [] : [{ type: 'keep-days-set', data: { days } }],
  ),
};

export const privacyFolds = {
  'keep-days-set': ({ privacy }, { days }: { days: number }, { at }) => {
    privacy.keepDays = days;
    privacy.keepSetAt = at;
  },
  'private-purged': (state, { line }: { line: string }, { n, at }) => {
    state.privacy.purged = { n, at };
    state.meeting.line = line;
  },
} satisfies Folds;

/** Organizers: how long names are kept, when they go (server ms), and when they went. */
export interface PrivacyView {
  keepDays: number;
  dueAt: number | null;
  purgedAt: number | null;
}

export const privacyView = (state: State): PrivacyView => ({
  keepDays: state.privacy.keepDays,
  dueAt: purgeDue(state, state.meeting.closedAt),
  purgedAt: state.privacy.purged?.at ?? null,
});
