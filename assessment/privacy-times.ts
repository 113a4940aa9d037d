/** J6 · How long things are kept, in figures that a page may load without the rules behind them. */

/** What a new meeting starts with, in days after its end; an assumption to be edited. */
export const KEEP_DAYS = 365;
export const MOST_KEEP_DAYS = 3650;
/** How long before it happens it is announced, in ms; whoever shortens the time of an ended meeting waits as long. */
export const PURGE_NOTICE = 30 * 86_400_000;
