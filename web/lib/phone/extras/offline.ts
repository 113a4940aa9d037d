/** What the worker behind an offline start decides, without a browser around it. */
export const PREFIX = 'dkc-pages-';

/** Pages of phones: the way in, a meeting, a pass. Never the console, a screen, a tablet or anything of the hub's. */
export const takesPage = (pathname: string): boolean =>
  pathname === '/' || /^\/[mp]\/\d{6}\/?$/.test(pathname);

/** The built files that a page names. */
export const namesFiles = (html: string): string[] =>
  Array.from(new Set(html.match(/\/_app\/immutable\/[^"'\s)]+/g) ?? []));

/** Caches of ours that may go: all but this build's and the one before it, oldest first as the browser lists them. */
export function outdated(names: readonly string[], mine: string): string[] {
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== mine);
  return others.slice(0, -1);
}
