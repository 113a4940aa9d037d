/** Stands for `$app/navigation` in the phones' own build. */
import { router } from './router.svelte.ts';

export const goto = (to: string | URL, { replaceState = false } = {}): Promise<void> =>
  router.go(to, replaceState);
