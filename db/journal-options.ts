/** What every journal takes when it is made. All of it is optional; most of it is for tests. */
import { JournalFailure } from '../assessment/journal.ts';

/**
 * How a test makes an append fail: `refuse` breaks it inside its transaction; `crash` also ends the worker thread
 * there, `crash-after-commit` ends it between the commit and the answer. Without a thread all three mean `refuse`.
 */
export type Fault = 'refuse' | 'crash' | 'crash-after-commit';

export interface JournalOptions {
  /** Tests: how much longer each commit takes (ms), as on a slow disk. */
  commitDelay?: number;
  /** Tests: asked as each append starts. */
  fault?: () => Fault | undefined;
  /** Called once when the journal has closed. */
  onClosed?: () => void;
}

export type FailureReason = 'closed' | 'commit-failed' | 'behind-a-failure' | 'thread-ended';

export function failure(reason: FailureReason, cause?: unknown): JournalFailure {
  return new JournalFailure(reason, { cause });
}
