/** Lists longer than a screen turn their pages by server time: every screen shows the same one, a reloaded one too. */
export const PAGE_MS = 12_000;

export interface Page<T> {
  shown: T[];
  /** From 0. */
  page: number;
  pages: number;
}

export function pageOf<T>(all: readonly T[], size: number, now: number): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  // Pages as even as they can be: 23 of 22 make 12 and 11, not 22 and 1.
  const each = Math.ceil(all.length / pages);
  const page = Math.floor(now / PAGE_MS) % pages;
  return { shown: all.slice(page * each, (page + 1) * each), page, pages };
}
