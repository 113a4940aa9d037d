/** B6 · What of a count everybody may have once the meeting is closed, as its setting says. */
import type { Bundle } from '../assessment/bundle.ts';
import type { Head } from '../assessment/journal.ts';
import type { State } from '../assessment/state.ts';
import { publicResult, type Published } from '../assessment/view-public.ts';
import { bundleOf, type HeadAt } from './bundle.ts';

export type { Published } from '../assessment/view-public.ts';

/** Those that were counted, sorted, without scores: an examiner finds his own among them. */
const countedReceipts = (state: State, head: Head): string[] =>
  bundleOf(state, head)
    .ballots.filter(({ status }) => status === 'counted')
    .map(({ receipt }) => receipt);

/** Null before the meeting is closed: nothing of it is public until then. */
export function publishedOf(state: State, head: Head): Published | null {
  const result = publicResult(state);
  if (!result) return null;
  const { publication } = state.meeting.settings;
  const { length, head: hash } = head;
  const receipts = publication === 'results' ? null : countedReceipts(state, head);
  return { publication, ...result, journal: { length, head: hash }, receipts };
}

/** The whole record of the count; null unless the meeting is closed and publishes it. */
export function publishedBundle(state: State, head: Head, headAt?: HeadAt): Bundle | null {
  const { phase, settings } = state.meeting;
  return phase === 'closed' && settings.publication === 'full' ? bundleOf(state, head, headAt) : null;
}
