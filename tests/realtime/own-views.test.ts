import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Member } from '../../realtime/members.ts';
import { OwnViews } from '../../realtime/own-views.ts';

describe('what is somebody’s own, behind the acknowledgements', () => {
  const people = Array.from({ length: 120 }, (_, at) => ({ page: String(at) }) as Member);
  let waiting: number;
  let sent: Member[][];
  let views: OwnViews;

  beforeEach(() => {
    vi.useFakeTimers();
    waiting = 0;
    sent = [];
    views = new OwnViews({ waiting: () => waiting, send: (some) => sent.push(some) });
  });
  afterEach(() => {
    views.stop();
    vi.useRealTimers();
  });

  it('goes out in the next turn of the loop, not before the acknowledgement of this one', () => {
    views.soon(people[0]!);
    expect(sent).toEqual([]);
    vi.advanceTimersToNextTimer();
    expect(sent).toEqual([[people[0]]]);
  });

  it('of many, some at a time; of one who acted twice, once', () => {
    for (const one of [...people, people[0]!]) views.soon(one);
    vi.runAllTimers();
    expect(sent.map((some) => some.length)).toEqual([50, 50, 20]);
  });

  it('stands back while commands wait for an answer', () => {
    waiting = 1;
    views.soon(people[0]!);
    vi.advanceTimersByTime(200);
    expect(sent).toEqual([]);
    waiting = 0;
    vi.advanceTimersByTime(50);
    expect(sent).toEqual([[people[0]]]);
  });

  it('for half a second at most, however long they wait', () => {
    waiting = 1;
    views.soon(people[0]!);
    vi.advanceTimersByTime(600);
    expect(sent).toEqual([[people[0]]]);
  });
});
