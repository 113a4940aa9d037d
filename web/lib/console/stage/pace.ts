/** When the meeting ends at the pace of its turns so far. All in ms of server time. */
import type { PaceView } from '$assessment/view.ts';

/** Null before a turn was played and once none is left; a unit on stage counts as far as it has not come yet. */
export function endsAt({ done, spent, left, since }: PaceView, now: number): number | null {
  if (done === 0 || (left === 0 && since === null)) return null;
  const each = spent / done;
  const rest = since === null ? 0 : Math.max(0, each - (now - since));
  return now + rest + left * each;
}
