/** What is not needed to score waits until the page is usable and the browser has nothing better to do or to fetch. */
import { isFetching } from '../later.svelte.ts';

/** How often it is looked whether what somebody waits for has come, ms. */
const AGAIN = 300;

export function whenIdle(work: () => void): () => void {
  let cancel = () => undefined as void;
  const wait = () => {
    if (!isFetching()) return work();
    const timer = setTimeout(wait, AGAIN);
    cancel = () => clearTimeout(timer);
  };
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(wait, { timeout: 4000 });
    cancel = () => cancelIdleCallback(handle);
  } else {
    const timer = setTimeout(wait, 1500);
    cancel = () => clearTimeout(timer);
  }
  return () => cancel();
}
