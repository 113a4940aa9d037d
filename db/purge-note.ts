/** J6: the entries of a purge as they are written. */
import { randomBytes } from 'node:crypto';
import type { Draft } from '../assessment/journal.ts';
import { privatePurged, type PurgeCause } from '../assessment/privacy.ts';

/** @param by `owner:o1`, or `system:` @param now ms */
export const purgeNote = (cause: PurgeCause, by: string, now: number): Draft => ({
  ...privatePurged(cause, randomBytes(8).toString('hex')),
  at: now,
  by,
});

/** A copy that was purged now goes on as the journal: from here on the journal says so itself. @param now ms */
export const noteOfCopy = (now: number): Draft => purgeNote('copy', 'system:', now);
