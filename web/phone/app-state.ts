/** Stands for `$app/state` in the phones' own build. */
import { router } from './router.svelte.ts';

export const page = {
  get url() {
    return router.url;
  },
  get params() {
    return router.params;
  },
};
