/** A4 · A clock is `{running since, remaining, total}` in server time; nobody's own clock is asked. */

/** All spans in ms. `remaining` was true at `since`; a clock that stands has `since: null`. */
export interface Clock {
  since: number | null;
  remaining: number;
  total: number;
  /** Remaining time at which the warning shows. */
  warn: number;
}

export function newClock(total: number, warn: number, since: number | null): Clock {
  return { since, remaining: total, total, warn };
}

/** What is left at `now`, in ms; negative in overtime (A5). */
export function remainingAt(clock: Clock, now: number): number {
  return clock.since === null ? clock.remaining : clock.remaining - (now - clock.since);
}

export function started(clock: Clock, now: number): Clock {
  return clock.since === null ? { ...clock, since: now } : clock;
}

export function stopped(clock: Clock, now: number): Clock {
  return clock.since === null ? clock : { ...clock, since: null, remaining: remainingAt(clock, now) };
}

/** Gives `by` ms more (or takes them, when negative). */
export function adjusted(clock: Clock, by: number): Clock {
  return { ...clock, remaining: clock.remaining + by, total: Math.max(0, clock.total + by) };
}

/** J7: as if the `span` ms had not passed. */
export function pushed(clock: Clock, span: number): Clock {
  return clock.since === null ? clock : { ...clock, since: clock.since + span };
}
