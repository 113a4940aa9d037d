import { describe, expect, test } from 'vitest';
import { backOff } from '../../web/lib/live/back-off.ts';
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

test('waits grow, are spread and end at five seconds', () => {
  const spread = [0, 1, 2, 3, 4, 50].map((tries) => [backOff(tries, () => 0), backOff(tries, () => 1)]);
  expect(spread).toEqual([
    [200, 400],
    [400, 800],
    [800, 1600],
    [1600, 3200],
    [2500, 5000],
    [2500, 5000],
  ]);
});
