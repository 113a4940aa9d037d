import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openFigures, tellRefusals } from '../../realtime/log.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the log counts refusals by code, once a minute, and is silent where there were none', async () => {
  const figures = openFigures();
  const said: unknown[] = [];
  const stop = tellRefusals(figures, { warn: (what: unknown) => void said.push(what) } as never);
  figures.refused.inc({ code: 'pass-unknown' }, 3);
  figures.refused.inc({ code: 'malformed' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said).toEqual([{ refused: { 'pass-unknown': 3, malformed: 1 } }]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said).toHaveLength(1);
  figures.refused.inc({ code: 'malformed' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said[1]).toEqual({ refused: { malformed: 1 } });
  stop();
});
