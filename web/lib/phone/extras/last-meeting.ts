/** The meeting that this phone was in last: where a tap on the icon among the apps leads. */
export const LAST_MEETING = 'dkc.last-meeting';
