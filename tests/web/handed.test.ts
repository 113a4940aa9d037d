import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { handOver, takeHanded } from '../../web/lib/live/handed.ts';
import type { Live } from '../../web/lib/live/live.svelte.ts';

const line = (code: string) => ({ code, close: vi.fn() }) as unknown as Live;

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

test('the line of a pass goes to the stage of its meeting, once, and stays open', () => {
  const live = line('123456');
  handOver(live);
  expect(takeHanded('654321')).toBeNull();
  expect(takeHanded('123456')).toBe(live);
  expect(takeHanded('123456')).toBeNull();
  vi.runAllTimers();
  expect(live.close).not.toHaveBeenCalled();
});

test('a page that never comes leaves no line behind, nor does a second pass', () => {
  const [first, second] = [line('123456'), line('123456')];
  handOver(first);
  handOver(second);
  expect(first.close).toHaveBeenCalledOnce();
  vi.runAllTimers();
  expect(second.close).toHaveBeenCalledOnce();
  expect(takeHanded('123456')).toBeNull();
});
