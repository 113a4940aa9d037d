/** The pages of one meeting, in the order in which an organizer needs them; `''` is the live page. */
export const PAGES = ['/prepare', '/passes', '/check', '/check-in', '', '/paper', '/count', '/journal'] as const;
export type Page = (typeof PAGES)[number];
