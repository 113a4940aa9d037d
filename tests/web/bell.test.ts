/** A5 · The bell of the stage-facing screen, with a clock that the test moves. */
import { describe, expect, it } from 'vitest';
import { adjusted, newClock, stopped } from '../../assessment/clocks.ts';
import { BellWatch } from '../../web/lib/stage-facing/bell.ts';

const MINUTE = 60_000;
/** Eight minutes from the start of time, with a warning at one. */
const clock = newClock(8 * MINUTE, MINUTE, 0);

/** Rings heard while somebody looks four times a second. */
function heard(watch: BellWatch, from: number, to: number, over = clock, key = 'A reporting'): string[] {
  const rings: string[] = [];
  for (let now = from; now <= to; now += 250) {
    const ring = watch.look(key, over, now);
    if (ring) rings.push(`${ring} at ${now / 1000}`);
  }
  return rings;
}

describe('the bell', () => {
  it('A5 rings once at the warning and once at the end', () => {
    expect(heard(new BellWatch(), 0, 10 * MINUTE)).toEqual(['warning at 420', 'end at 480']);
  });

  it('does not ring for what is past when the page is loaded again', () => {
    expect(heard(new BellWatch(), 7.5 * MINUTE, 10 * MINUTE)).toEqual(['end at 480']);
    expect(heard(new BellWatch(), 9 * MINUTE, 10 * MINUTE)).toEqual([]);
  });

  it('does not ring late for what a page slept through', () => {
    const watch = new BellWatch();
    watch.look('A reporting', clock, 6 * MINUTE);
    expect(watch.look('A reporting', clock, 7.5 * MINUTE)).toBeNull();
    expect(heard(watch, 7.5 * MINUTE, 9 * MINUTE)).toEqual(['end at 480']);
  });

  it('rings again only where time was given, not where the clock steps back a little', () => {
    const watch = new BellWatch();
    expect(heard(watch, 6 * MINUTE, 7 * MINUTE)).toEqual(['warning at 420']);
    watch.look('A reporting', clock, 7 * MINUTE - 500);
    expect(heard(watch, 7 * MINUTE, 7.2 * MINUTE)).toEqual([]);
    const longer = adjusted(clock, MINUTE);
    expect(heard(watch, 7.2 * MINUTE, 10 * MINUTE, longer)).toEqual(['warning at 480', 'end at 540']);
  });

  it('each clock has its own, one that stands has none, and one without a warning rings at the end', () => {
    const watch = new BellWatch();
    expect(heard(watch, 6 * MINUTE, 9 * MINUTE, stopped(clock, 6 * MINUTE))).toEqual([]);
    expect(watch.look(null, null, 9 * MINUTE)).toBeNull();
    const scoring = newClock(2 * MINUTE, 0, 10 * MINUTE);
    expect(heard(watch, 10 * MINUTE, 13 * MINUTE, scoring, 'A scoring')).toEqual(['end at 720']);
  });
});
