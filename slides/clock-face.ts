/** A4, A5 · A clock as it is shown: minutes and seconds left, or counting up once the time is over. */
import { remainingAt, type Clock } from '../assessment/clocks.ts';

export interface ClockFace {
  /** `5:26`; in overtime how long it has lasted. */
  text: string;
  over: boolean;
  /** The last stretch before zero. */
  warns: boolean;
  /** What is left of the whole, 0 to 1; full in overtime. */
  part: number;
  stands: boolean;
}

const two = (figure: number): string => String(figure).padStart(2, '0');

/** Minutes and seconds; hours from the hundredth minute on. */
export function clockText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 100) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** The last second is shown until it is over: 0:00 is where overtime begins. */
export function clockFace(clock: Clock, now: number): ClockFace {
  const left = remainingAt(clock, now);
  const over = left <= -1000;
  const seconds = over ? Math.floor(-left / 1000) : Math.max(0, Math.ceil(left / 1000));
  const part = over || clock.total <= 0 ? 1 : Math.min(1, Math.max(0, left / clock.total));
  return {
    text: clockText(seconds),
    over,
    warns: !over && left <= clock.warn,
    part,
    stands: clock.since === null,
  };
}
