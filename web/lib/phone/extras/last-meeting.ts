import { recall } from '../../live/keep.ts';

/** The meeting that this phone was in last: where a tap on the icon among the apps leads. */
export const LAST_MEETING = 'dkc.last-meeting';

/** Its code where the page was opened from the icon (`/?last`), null for everybody else. */
export function lastMeeting(url: URL): string | null {
  const last = url.searchParams.has('last') ? recall(LAST_MEETING) : null;
  return last !== null && /^[0-9]{6}$/.test(last) ? last : null;
}
