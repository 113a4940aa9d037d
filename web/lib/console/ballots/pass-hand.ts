/** What a pass is called, where it stands and since when: for the lists of who has not scored. */
import type { PassView } from '$assessment/view-people.ts';
import type { PendingExaminer } from '$assessment/view-progress.ts';
import { spanText } from '../parts/time.ts';
import { words } from '../words.ts';

/** `离线 1:12`; online is no news and has no time. */
export function lineText({ line, since }: Pick<PendingExaminer, 'line' | 'since'>, now: number): string {
  const word = words().progress.lines[line];
  return since === null || line === 'online' || line === 'never' ? word : `${word} ${spanText(now - since)}`;
}

/** A pass by its category and the number as it was typed: `8` is `08`. */
export function passByNumber(
  passes: readonly PassView[],
  category: string,
  typed: string,
): PassView | undefined {
  const number = typed.trim().padStart(2, '0');
  return passes.find(
    (one) => one.kind === 'examiner' && one.category === category && !one.revoked && one.number === number,
  );
}

export const kiosksOf = (passes: readonly PassView[]): PassView[] =>
  passes.filter((one) => one.kind === 'kiosk' && !one.revoked);
