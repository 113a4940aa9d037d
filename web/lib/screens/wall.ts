/** What a wall asks of its browser, as far as the browser has it: all of the glass, and no sleep. */

export function fillScreen(): void {
  if (document.fullscreenElement) return;
  document.documentElement.requestFullscreen?.().catch(() => undefined);
}

interface Lock {
  release(): Promise<void>;
}

/** Over plain HTTP there is no wake lock: the computer's own settings must do. @returns a function that ends it */
export function stayAwake(): () => void {
  const { wakeLock } = navigator as { wakeLock?: { request(type: 'screen'): Promise<Lock> } };
  let lock: Lock | null = null;
  let ended = false;
  const take = async () => {
    if (!wakeLock || ended || document.visibilityState !== 'visible') return;
    lock = await wakeLock.request('screen').catch(() => null);
    if (ended) void lock?.release();
  };
  const again = () => void take();
  document.addEventListener('visibilitychange', again);
  again();
  return () => {
    ended = true;
    document.removeEventListener('visibilitychange', again);
    void lock?.release();
  };
}

/** Over plain HTTP nothing keeps the computer awake: a wall says so while it waits to be paired. */
export const canStayAwake = (): boolean => 'wakeLock' in navigator;

/** A pointer that rests is no part of the picture. In ms. */
const REST = 2000;

/** The pointer is seen while it moves, and for a moment after. @returns a function that ends it */
export function hidePointer(node: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const moved = () => {
    node.classList.remove('resting');
    clearTimeout(timer);
    timer = setTimeout(() => node.classList.add('resting'), REST);
  };
  moved();
  window.addEventListener('mousemove', moved);
  return () => {
    clearTimeout(timer);
    window.removeEventListener('mousemove', moved);
  };
}
