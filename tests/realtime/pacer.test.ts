import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pacer } from '../../realtime/pacer.ts';

describe('when the next frame goes out', () => {
  let sent: number[];
  let takes: number;
  let waiting: number;
  let pacer: Pacer;

  beforeEach(() => {
    vi.useFakeTimers();
    sent = [];
    takes = 0;
    waiting = 0;
    pacer = new Pacer({
      strain: () => ({ crowd: 0, waiting }),
      size: () => 0,
      send: (audience) => {
        pacer.sent(audience);
        sent.push(performance.now());
        vi.advanceTimersByTime(takes);
      },
    });
  });
  afterEach(() => {
    pacer.close();
    vi.useRealTimers();
  });

  /** The time between two frames of the organizers, in ms, where the first took so long. */
  const between = (took: number): number => {
    takes = took;
    pacer.touch('organizer');
    vi.advanceTimersByTime(100);
    takes = 0;
    pacer.touch('organizer');
    vi.advanceTimersByTime(60_000);
    return (sent[1] ?? NaN) - (sent[0] ?? NaN);
  };

  it('a view that is made at once goes out at its pace', () => {
    expect(between(0)).toBeLessThan(150);
  });

  it('a view that takes long has one part in five of the loop', () => {
    expect(between(60)).toBe(300);
  });

  it('a machine that slept in the middle of a frame holds the next one back for a moment only', () => {
    expect(between(30_000)).toBeLessThanOrEqual(30_000 + 600);
  });

  it('while hundreds wait for their acknowledgement, views stand back, for half a second at most', () => {
    waiting = 500;
    pacer.touch('screen');
    vi.advanceTimersByTime(400);
    expect(sent).toHaveLength(0);
    vi.advanceTimersByTime(150);
    expect(sent).toHaveLength(1);
    pacer.touch('screen');
    vi.advanceTimersByTime(200);
    waiting = 0;
    vi.advanceTimersByTime(50);
    expect(sent).toHaveLength(2);
  });

  it('a few who wait hold nothing back', () => {
    waiting = 20;
    pacer.touch('screen');
    vi.advanceTimersByTime(10);
    expect(sent).toHaveLength(1);
  });
});
