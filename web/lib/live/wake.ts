/** When a page may have slept through something: it is shown again, comes out of the cache, or the network is back. */
export interface Wake {
  /** `slept` ms in the background, 0 where only the network changed. */
  woke(slept: number): void;
  shown(visible: boolean): void;
}

/** @returns a function that stops watching */
export function watchWake({ woke, shown }: Wake): () => void {
  if (typeof document === 'undefined') return () => undefined;
  let hiddenAt = Date.now();
  const visibility = () => {
    const visible = document.visibilityState === 'visible';
    shown(visible);
    if (visible) woke(Date.now() - hiddenAt);
    else hiddenAt = Date.now();
  };
  const network = () => woke(0);
  document.addEventListener('visibilitychange', visibility);
  window.addEventListener('pageshow', network);
  window.addEventListener('online', network);
  window.addEventListener('offline', network);
  return () => {
    document.removeEventListener('visibilitychange', visibility);
    window.removeEventListener('pageshow', network);
    window.removeEventListener('online', network);
    window.removeEventListener('offline', network);
  };
}
