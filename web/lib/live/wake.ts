/** When a page may have slept through something, or stands on another network than before. */
import { stopwatch } from './lapse.ts';

export interface Wake {
  /** It is seen again, or comes out of the cache; it was away for `slept` ms. */
  woke(slept: number): void;
  /** The network came, went or is another one: all phones of a hall may hear of it in the same instant. */
  changed(): void;
  shown(visible: boolean): void;
}

/** What tells of a change from Wi-Fi to the cell, where the browser knows. */
const connection = (): (EventTarget & { type?: string }) | undefined =>
  (navigator as { connection?: EventTarget & { type?: string } }).connection;

/** @returns a function that stops watching */
export function watchWake({ woke, changed, shown }: Wake): () => void {
  if (typeof document === 'undefined') return () => undefined;
  let away = stopwatch();
  const visibility = () => {
    const visible = document.visibilityState === 'visible';
    shown(visible);
    if (visible) woke(away());
    else away = stopwatch();
  };
  // A page that was just loaded is shown, too; it slept through nothing.
  const cached = (event: Event) => {
    if ((event as PageTransitionEvent).persisted) woke(Infinity);
  };
  const network = () => changed();
  // It tells of each new guess of the speed as well; where the kind of network stays, so does the line.
  let kind = connection()?.type;
  const other = () => {
    const now = connection()?.type;
    if (now === undefined || now !== kind) changed();
    kind = now;
  };
  const watched: [EventTarget | undefined, string, (event: Event) => void][] = [
    [document, 'visibilitychange', visibility],
    [window, 'pageshow', cached],
    [window, 'online', network],
    [window, 'offline', network],
    [connection(), 'change', other],
  ];
  for (const [target, event, listener] of watched) target?.addEventListener?.(event, listener);
  return () => {
    for (const [target, event, listener] of watched) target?.removeEventListener?.(event, listener);
  };
}
