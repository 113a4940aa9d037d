/** V3 · When the page of a wall is loaded anew: after a fault or an update, in a quiet moment, while the hub answers. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SceneName } from '../../slides/scene.ts';
import { Mend } from '../../web/lib/screens/mend.ts';

let scene: SceneName = 'welcome';
let served = 'build-1';
let there = true;
let lived = 0;
let reloads = 0;
let events: EventTarget;
let mend: Mend;

const passes = async (ms: number) => {
  lived += ms;
  await vi.advanceTimersByTimeAsync(ms);
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  [scene, served, there, lived, reloads] = ['welcome', 'build-1', true, 0, 0];
  events = new EventTarget();
  vi.stubGlobal('window', events);
  vi.stubGlobal('performance', { now: () => lived });
  vi.stubGlobal('fetch', (path: string) =>
    there
      ? Promise.resolve({
          ok: true,
          json: () => Promise.resolve(path.includes('version') ? { version: served } : {}),
        })
      : Promise.reject(new TypeError('nobody')),
  );
  mend = new Mend(
    'build-1',
    () => scene,
    () => (reloads += 1),
  );
});
afterEach(() => {
  mend.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('a page without a fault stays as it is, however long', async () => {
  await passes(600_000);
  expect(reloads).toBe(0);
});

it.each(['error', 'unhandledrejection', 'vite:preloadError'])('%s: once, when it is quiet', async (event) => {
  await passes(200_000);
  scene = 'ceremony';
  events.dispatchEvent(new Event(event));
  await passes(60_000);
  expect(reloads).toBe(0);
  scene = 'standings';
  await passes(2000);
  expect(reloads).toBe(1);
});

it('a page that fails at its start lasts two minutes before it is tried again', async () => {
  events.dispatchEvent(new Event('error'));
  await passes(100_000);
  expect(reloads).toBe(0);
  await passes(30_000);
  expect(reloads).toBe(1);
});

it('never while the hub is away: a browser’s own page of an error has no way back', async () => {
  await passes(200_000);
  there = false;
  events.dispatchEvent(new Event('error'));
  await passes(60_000);
  expect(reloads).toBe(0);
  there = true;
  await passes(2000);
  expect(reloads).toBe(1);
});

it('another build of the hub is noticed when the line is back', async () => {
  await passes(200_000);
  await mend.back();
  await passes(10_000);
  expect(reloads).toBe(0);
  served = 'build-2';
  await mend.back();
  await passes(2000);
  expect(reloads).toBe(1);
});
