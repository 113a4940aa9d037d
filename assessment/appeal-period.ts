/** B6 · How long an appeal period (公示期) is. Without the rules, so that a page may load it. */
import { dayOf, endOfWork, plusDays } from './days.ts';
import type { AppealView } from './view-appeal.ts';

/** The longest appeal period, in calendar days. */
export const MAX_APPEAL_DAYS = 30;

/**
 * When an appeal period of so many calendar days ends: at 18:00 in China on its last day, the day of the closing not
 * counted, as periods are counted there; without days at once (J5: of server time alone). Times in ms.
 */
export const appealEnds = (closedAt: number, days: number): number =>
  days === 0 ? closedAt : endOfWork(plusDays(dayOf(closedAt), days));

/** What screens and phones say of the announced result. */
export interface Announcement {
  final: boolean;
  /** Ended by an owner before its time. */
  early: boolean;
  /** Server time in ms: the end of the appeal period, or when it became final; null where there is no period. */
  at: number | null;
}

export function announcementOf({ state, finalAt, early, days, until }: AppealView): Announcement | null {
  if (state === 'open') return null;
  if (state === 'final') return { final: true, early, at: finalAt };
  return { final: false, early: false, at: days === 0 ? null : until };
}
