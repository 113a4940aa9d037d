/**
 * The pages of one meeting in the order in which an organizer needs them: before it, while it runs, afterwards. `''` is
 * the live page.
 */
export const PAGE_GROUPS = [
  ['/prepare', '/passes', '/check', '/check-in'],
  [''],
  ['/paper', '/count', '/journal'],
] as const;
export type Page = (typeof PAGE_GROUPS)[number][number];
