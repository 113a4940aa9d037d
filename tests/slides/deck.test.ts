/** The deck on the wall: chosen where a page is shown and drawn, and what stands there otherwise (V3). */
import { describe, expect, it } from 'vitest';
import { chooseScene } from '../../slides/choose.ts';
import { START } from '../support/meeting.ts';
import { slicesOf } from '../support/deck-slices.ts';

const all = () => true;
/** The unit was introduced before. */
const LATER = START + 300_000;
const name = (...[slices, ready]: [ReturnType<typeof slicesOf>, Parameters<typeof chooseScene>[3]]) =>
  chooseScene(slices, LATER, null, ready).name;

describe('the scene of a deck', () => {
  it('stands while its unit reports, and gives way where it was put away', () => {
    expect(name(slicesOf({ page: 3 }), all)).toBe('deck');
    expect(name(slicesOf({ shown: false }), all)).toBe('report');
  });

  it('V3 is the plain report as long as no page is drawn, and where one cannot be', () => {
    expect(name(slicesOf({ page: 3 }), undefined)).toBe('report');
    expect(name(slicesOf({ page: 3 }), (_file, page) => page !== 3)).toBe('report');
    expect(name(slicesOf({ page: 4 }), (_file, page) => page !== 3)).toBe('deck');
    expect(name(slicesOf({ file: null }), all)).toBe('report');
  });

  it('turns its pages in one picture, and begins another for another deck', () => {
    const key = (more: Parameters<typeof slicesOf>[0]) => chooseScene(slicesOf(more), LATER, null, all).key;
    expect(key({ page: 3 })).toBe(key({ page: 4 }));
    expect(key({ id: 'd9' })).not.toBe(key({ id: 'd8' }));
  });

  it('comes after who it is: the first page waits out the introduction, a page that was turned does not', () => {
    const early = (page: number) => chooseScene(slicesOf({ page }), START + 3000, null, all).name;
    expect(early(1)).toBe('unit');
    expect(early(2)).toBe('deck');
    expect(name(slicesOf({ page: 1 }), all)).toBe('deck');
  });

  it('is never of another unit than the one on stage', () => {
    expect(name(slicesOf({ unit: 'B' }), all)).toBe('report');
  });

  it('stands before the floor of a questioning where the host shows it, with the clock of the answer', () => {
    const slices = slicesOf({}, 'questioning');
    expect(chooseScene(slices, 0, null, all)).toMatchObject({
      name: 'deck',
      data: { answers: true, clock: null },
    });
  });

  it('gives way to a pause and to what a host tells the screen', () => {
    const slices = slicesOf({});
    expect(name({ ...slices, meeting: { ...slices.meeting, phase: 'paused' } as never }, all)).toBe('pause');
    const shows = { all: { scene: 'test', text: null, at: 0 }, own: {}, names: {} } as never;
    expect(name({ ...slices, shows }, all)).toBe('test');
  });
});
