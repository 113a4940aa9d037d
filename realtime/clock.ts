/** Server time that never goes back: the wall's at the start, then the machine's own steady count (J5). */
export interface ServerClock {
  /** ms since the epoch, as anchored at the start. */
  now(): number;
}

export function steadyClock(): ServerClock {
  const anchor = Date.now() - performance.now();
  return { now: () => Math.round(anchor + performance.now()) };
}
