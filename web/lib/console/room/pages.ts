/**
 * The pages of one meeting in the order in which an organizer needs them: before it, while it runs, afterwards. `''` is
 * the live page.
 */
export const PAGE_GROUPS = [
  ['/prepare', '/passes', '/check', '/check-in'],
  [''],
  ['/paper', '/count', '/promises', '/journal'],
] as const;
export type Page = (typeof PAGE_GROUPS)[number][number];

/** The page that an address within a meeting belongs to: the poster to the passes, the live page to itself. */
export function pageOf(pathname: string): Page {
  const path = pathname.replace(/^\/console\/\d+/, '');
  return PAGE_GROUPS.flat().find((one) => one !== '' && (path === one || path.startsWith(`${one}/`))) ?? '';
}
