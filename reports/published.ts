/** B6 · What of a count everybody may have once the meeting is closed, as its setting says. */
import type { Bundle } from '../assessment/bundle.ts';
import type { Head } from '../assessment/journal.ts';
import type { State } from '../assessment/state.ts';
import { bundleOf } from './bundle.ts';

type Shared = Pick<Bundle, 'meeting' | 'units' | 'results' | 'journal'>;

export type Published =
  | ({ publication: 'results' } & Shared)
  /** `receipts` are those that were counted, sorted, without scores: an examiner finds his own in it. */
  | ({ publication: 'inclusion'; receipts: string[] } & Shared)
  | { publication: 'full'; bundle: Bundle };

/** Null before the meeting is closed: nothing of it is public until then. */
export function publishedOf(state: State, head: Head): Published | null {
  const { phase, settings } = state.meeting;
  if (phase !== 'closed') return null;
  const bundle = bundleOf(state, head);
  const { publication } = settings;
  if (publication === 'full') return { publication, bundle };
  const { meeting, units, results, journal } = bundle;
  const shared = { meeting, units, results, journal };
  if (publication === 'results') return { publication, ...shared };
  const receipts = bundle.ballots.filter(({ status }) => status === 'counted').map(({ receipt }) => receipt);
  return { publication, ...shared, receipts };
}
