import { describe, expect, test, vi } from 'vitest';
import { backOff } from '../../web/lib/live/back-off.ts';
import { stopwatch } from '../../web/lib/live/lapse.ts';
import { ServerClock } from '../../web/lib/live/server-clock.ts';

describe('J5 server time on a phone', () => {
  const at = { local: 1000 };
  const fresh = () => new ServerClock(() => at.local);

  test('takes the frame that was under way the shortest', () => {
    at.local = 1000;
    const clock = fresh();
    clock.sample(50_000 - 400);
    clock.sample(50_000 - 20);
    clock.sample(50_000 - 900);
    expect(clock.now()).toBe(50_000 - 20);
  });

  test('never steps back by a little', () => {
    at.local = 1000;
    const clock = fresh();
    clock.sample(50_000);
    at.local = 2000;
    expect(clock.now()).toBe(51_000);
    at.local = 1500; // the phone's own clock was set back
    expect(clock.now()).toBe(51_000);
    at.local = 2100;
    expect(clock.now()).toBe(51_100);
  });

  test('follows at once where it was wrong by much, such as after a sleep', () => {
    at.local = 1000;
    const clock = fresh();
    clock.sample(50_000);
    clock.now();
    at.local = 2000;
    clock.sample(90_000);
    expect(clock.now()).toBe(90_000);
    clock.sample(40_000);
    expect(clock.now()).toBe(40_000);
  });
});

describe('J5 a phone whose clock is wrong', () => {
  const DAY = 86_400_000;

  test.each([
    ['a day ahead', DAY],
    ['a day behind', -DAY],
  ])('%s: server time from the first frame on', (_, wrong) => {
    let steady = 1000;
    const clock = new ServerClock(
      () => steady,
      () => 1_700_000_000_000 + wrong,
    );
    expect(clock.now()).toBe(1_700_000_000_000 + wrong); // nobody was heard yet
    clock.sample(1_700_000_000_000);
    expect(clock.now()).toBe(1_700_000_000_000);
    steady += 60_000;
    expect(clock.now()).toBe(1_700_000_060_000);
  });

  test('is set right in the middle of the meeting: nothing moves, with no frame in between', () => {
    vi.useFakeTimers({ now: 1_700_000_000_000 + DAY });
    try {
      const clock = new ServerClock();
      clock.sample(1_700_000_000_000);
      vi.advanceTimersByTime(5000);
      vi.setSystemTime(1_700_000_005_000 - 3_600_000);
      expect(clock.now()).toBe(1_700_000_005_000);
      vi.setSystemTime(1_700_000_005_000 + DAY);
      vi.advanceTimersByTime(1000);
      expect(clock.now()).toBe(1_700_000_006_000);
    } finally {
      vi.useRealTimers();
    }
  });

  test('a time that passed is the longer of what both clocks say', () => {
    vi.useFakeTimers({ now: DAY });
    try {
      const passed = stopwatch();
      vi.advanceTimersByTime(2000);
      expect(passed()).toBe(2000);
      vi.setSystemTime(0); // set back: it is not negative
      expect(passed()).toBe(2000);
      vi.setSystemTime(DAY + 600_000); // the steady one stood still while the phone slept
      expect(passed()).toBe(600_000);
    } finally {
      vi.useRealTimers();
    }
  });
});

test('waits grow, are spread and end at five seconds', () => {
  const spread = [0, 1, 2, 3, 4, 50].map((tries) => [backOff(tries, () => 0), backOff(tries, () => 1)]);
  expect(spread).toEqual([
    [150, 1500],
    [750, 1500],
    [1500, 3000],
    [2500, 5000],
    [2500, 5000],
    [2500, 5000],
  ]);
});
