import { beforeEach, describe, expect, test } from 'vitest';
import type { Slices, MineView } from '../../assessment/view.ts';
import { Live } from '../../web/lib/live/live.svelte.ts';
import { keepSeen, LastSeen, recallSeen } from '../../web/lib/live/last-frame.ts';
import { drop } from '../../web/lib/live/keep.ts';
import { forgetSession } from '../../web/lib/live/session.ts';
import { FakeSocket } from './fakes.ts';
import { namesFiles, outdated, takesPage } from '../../web/lib/phone/extras/offline.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 21, 2);
const seen = (questions: unknown[] = []) => ({
  slices: { meeting: { title: '考场' }, questions } as unknown as Partial<Slices>,
  mine: { way: 'enrolled' } as unknown as MineView,
  at: NOW,
});

describe('what a phone keeps for a start without a network', () => {
  beforeEach(() => drop('dkc.last-frame.123456'));

  test('what was seen last is there again in the same session, and only in it', () => {
    keepSeen('123456', seen(), NOW);
    expect(recallSeen('123456', NOW + HOUR)?.slices.meeting?.title).toBe('考场');
    expect(recallSeen('654321', NOW)).toBeNull();
    forgetSession('123456');
    expect(recallSeen('123456', NOW + HOUR)).toBeNull();
  });

  test('I2 I4 a phone whose pass was taken away keeps and shows nothing of it, also not what was seen a moment ago', () => {
    keepSeen('123456', seen(), NOW);
    const last = new LastSeen('123456', () => undefined);
    last.saw(seen());
    last.forget();
    last.saw(seen());
    last.close();
    expect(recallSeen('123456', NOW)).toBeNull();
  });

  test.each(['revoked', 'pass-moved'])('I2 I4 the hub says “%s”: what was kept is gone', (code) => {
    keepSeen('123456', seen(), Date.now());
    const socket = new FakeSocket();
    const live = new Live({ code: '123456', as: 'device' }, () => socket);
    live.remember();
    socket.fail(code);
    live.close();
    expect(recallSeen('123456', Date.now())).toBeNull();
  });

  test('a phone whose clock is wrong by a day keeps it as well; another day does not bring it back', () => {
    keepSeen('123456', seen(), NOW - 24 * HOUR);
    expect(recallSeen('123456', NOW - 23 * HOUR)).not.toBeNull();
    expect(recallSeen('123456', NOW)).toBeNull();
  });

  test('a long meeting leaves its questions out, and one that is longer still is not kept', () => {
    keepSeen('123456', seen(['长'.repeat(300_000)]), NOW);
    expect(recallSeen('123456', NOW)?.slices.questions).toEqual([]);
    keepSeen(
      '123456',
      { ...seen(), slices: { meeting: { title: '长'.repeat(300_000) } } as unknown as Partial<Slices> },
      NOW,
    );
    expect(recallSeen('123456', NOW)).toBeNull();
  });
});

describe('the worker behind it', () => {
  test('answers for the pages of phones, never for organizers, screens, tablets or the hub', () => {
    for (const path of ['/', '/m/123456', '/p/123456']) expect(takesPage(path)).toBe(true);
    for (const path of [
      '/console',
      '/console/123456',
      '/screen/123456',
      '/k/123456',
      '/slides',
      '/api/status',
    ])
      expect(takesPage(path)).toBe(false);
    for (const path of ['/m/123456/results.csv', '/m/12345', '/metrics', '/set-up', '/socket.io/'])
      expect(takesPage(path)).toBe(false);
  });

  test('keeps its own build and the one before it', () => {
    const names = ['dkc-pages-a', 'other', 'dkc-pages-b', 'dkc-pages-c', 'dkc-pages-d'];
    expect(outdated(names, 'dkc-pages-d')).toEqual(['dkc-pages-a', 'dkc-pages-b']);
    expect(outdated(['dkc-pages-d', 'other'], 'dkc-pages-d')).toEqual([]);
  });

  test('knows which files a page is made of', () => {
    const page = `<link href="/_app/immutable/a.css"><script>import("/_app/immutable/b.js"), import('/_app/immutable/b.js')`;
    expect(namesFiles(page)).toEqual(['/_app/immutable/a.css', '/_app/immutable/b.js']);
  });
});
