/** A4, A5 · A clock as people read it: minutes and seconds left, or how far it has run over. */
import { remainingAt, type Clock } from '../../../assessment/clocks.ts';

export interface ClockFace {
  text: string;
  over: boolean;
  warns: boolean;
  /** Part of the whole that is left, 0 to 1; a full line in overtime. */
  part: number;
}

const minutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** The last second shows as 0:01, so that 0:00 is the end and not before it. */
export function clockFace(clock: Clock, now: number): ClockFace {
  const left = remainingAt(clock, now);
  const over = left < 0;
  const text = minutes(over ? Math.floor(-left / 1000) : Math.ceil(left / 1000));
  const part = over || clock.total <= 0 ? 1 : Math.min(1, left / clock.total);
  return { text, over, warns: left <= clock.warn, part };
}
