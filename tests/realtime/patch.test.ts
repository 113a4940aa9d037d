/** Decision 0010 · A patch says what became of a slice, and is as good on a newer one (0004). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../../realtime/protocol-names.ts';
import { difference, patched, withFrame } from '../../realtime/protocol-patch.ts';
import { Room } from '../../realtime/rooms.ts';
import { AUDIENCES, SLICES_OF } from '../../assessment/view.ts';
import { setScene } from '../support/scene.ts';
import { wander } from '../support/wander.ts';

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const row = fc.record({
  // Also figures: as keys of an object they come first, whatever their order in the list.
  id: fc.constantFrom('a', 'b', 'c', '10', '2'),
  n: fc.nat(3),
  deep: fc.dictionary(fc.string(), fc.nat(2)),
});
const slice = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.jsonValue({ maxDepth: 1 }),
    fc.uniqueArray(row, { selector: (one) => one.id }),
    fc.array(row, { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('x', 'y', '', '__proto__', 'id'), tie('any'), { maxKeys: 4 }),
  ),
})).any;

describe('what became of a slice', () => {
  it('leads from anything to anything, changes nothing that somebody holds, and is nothing where nothing changed', () => {
    fc.assert(
      fc.property(slice, slice, (a, b) => {
        const [old, now] = [json(a), json(b)];
        const before = JSON.stringify(old);
        const patch = difference(old, now);
        const sent = patch === null ? null : (json(patch) as typeof patch);
        const got = sent === null ? old : patched(old, sent);
        expect(got).toEqual(now);
        expect(JSON.stringify(old)).toBe(before);
        if (sent !== null) expect(patched(now, sent)).toEqual(now);
        expect(difference(now, json(now))).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  it('says of one row what changed in it, and leaves the others as the objects that they were', () => {
    const old = [
      { id: 'a', n: 1, text: '长' },
      { id: 'b', n: 1, text: '短' },
    ];
    const patch = difference(old, [old[0], { ...old[1], n: 2 }]);
    expect(patch).toEqual({ b: { n: [2] } });
    const now = patched(old, patch!) as typeof old;
    expect(now[0]).toBe(old[0]);
    expect(now[1]).toEqual({ id: 'b', n: 2, text: '短' });
  });
});

describe('frames of patches', () => {
  /** A page: what it has, and that it applies only what follows on that. */
  class Page {
    slices: NonNullable<Frame['slices']> = {};
    at = 0;
    takes(frame: Frame | null): void {
      if (frame === null) return;
      const wire = json(frame) as Frame;
      if (wire.from !== null && wire.from > this.at) throw new Error('a gap');
      this.slices = withFrame(this.slices, wire);
      this.at = wire.to;
    }
  }

  it('0004 whoever joins between two frames ends with the same as everybody else, on any walk through a meeting', () => {
    const walks = fc.array(
      fc.tuple(fc.nat(0x7fff_ffff), fc.constantFrom('frame', 'join', 'again', 'nothing')),
      {
        minLength: 20,
        maxLength: 120,
        size: 'max',
      },
    );
    fc.assert(
      fc.property(walks, fc.constantFrom(...AUDIENCES), (steps, audience) => {
        const scene = setScene({ units: ['A', 'B', 'C'] });
        const { meeting } = scene;
        const room = new Room(audience);
        const pages: Page[] = [];
        const joins = () => {
          const page = new Page();
          page.takes(room.catchUp(meeting.state, meeting.live, meeting.now, null));
          pages.push(page);
        };
        const frame = () => {
          const next = room.next(meeting.state, meeting.live, meeting.now);
          for (const page of pages) page.takes(next);
        };
        joins();
        for (const [seed, then] of steps) {
          wander(scene, seed);
          if (then === 'join' && pages.length < 6) joins();
          if (then === 'frame') frame();
          const back = pages[seed % pages.length];
          if (then === 'again' && back) {
            const since = { journal: meeting.state.meeting.id, n: back.at };
            back.takes(room.catchUp(meeting.state, meeting.live, meeting.now, since));
          }
        }
        frame();
        const now = Object.fromEntries(
          SLICES_OF[audience].map((name) => [name, json(meeting.slice(audience, name))]),
        );
        for (const page of pages) expect(page.slices).toEqual(now);
      }),
      { numRuns: 60 },
    );
  });

  it('a value that changed back before the frame went out is told to whoever was sent the other one', () => {
    const { meeting, state, host } = setScene();
    const room = new Room('crowd');
    const [old, young] = [new Page(), new Page()];
    old.takes(room.catchUp(state, meeting.live, meeting.now, null));
    host.send('meeting.describe', { title: '写错了', place: '广场', date: '2026年11月7日' });
    young.takes(room.catchUp(state, meeting.live, meeting.now, null));
    host.send('meeting.describe', { title: '测试考场', place: '广场', date: '2026年11月7日' });
    const frame = room.next(state, meeting.live, meeting.now);
    for (const page of [old, young]) page.takes(frame);
    expect([old.slices.meeting?.title, young.slices.meeting?.title]).toEqual(['测试考场', '测试考场']);
  });
});
