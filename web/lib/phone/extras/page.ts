/** What every phone page gets once it is usable: focus that is never lost and, over HTTPS, a start without a network. */
import { language } from '../../../text/index.ts';
import { keepFocus } from '../../parts/focus-keeper.ts';

/** After the page itself, ms: the phone has fetched what it shows by then, and the worker finds it in the cache. */
const CALM = 3000;

let begun = false;

/** Once a page load, however many phone pages come and go in it. */
export function begin(): void {
  if (begun) return;
  begun = true;
  keepFocus();
  setTimeout(registerWorker, CALM);
}

/** Phones on plain HTTP have no workers, and development has nothing that could be cached. */
function registerWorker(): void {
  if (import.meta.env.DEV || !window.isSecureContext || !('serviceWorker' in navigator)) return;
  const address = language() === 'en' ? '/service-worker.js?lang=en' : '/service-worker.js';
  navigator.serviceWorker.register(address).catch(() => undefined);
}
