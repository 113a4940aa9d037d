/** B6 · How long an appeal period (公示期) is. Without the rules, so that a page may load it. */
import { dayOf, endOfWork, plusDays } from './days.ts';

/** The longest appeal period, in calendar days. */
export const MAX_APPEAL_DAYS = 30;

/**
 * When an appeal period of so many calendar days ends: at 18:00 in China on its last day, the day of the closing not
 * counted, as periods are counted there; without days at once (J5: of server time alone). Times in ms.
 */
export const appealEnds = (closedAt: number, days: number): number =>
  days === 0 ? closedAt : endOfWork(plusDays(dayOf(closedAt), days));
