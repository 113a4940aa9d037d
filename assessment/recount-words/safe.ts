/** Text that came out of a file, before it is shown: a terminal must not obey it, and nothing of it runs on for pages. */

/** Most characters of a name that a file gives to something. */
const MOST = 40;

// eslint-disable-next-line no-control-regex -- they are what is taken out
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Without signs that are not seen: ends of lines, turns of the direction, commands to a terminal. */
export const safe = (text: string): string => text.replace(UNSEEN, ' ');

/** The same, and no longer than a name. */
export const short = (text: string): string => safe(text.length > MOST ? `${text.slice(0, MOST)}…` : text);
