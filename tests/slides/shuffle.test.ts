/** L1 on the wall: what moves is the algorithm, in step on all walls, and it ends on the journalled order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw } from '../../assessment/lots.ts';
import type { DrawView } from '../../assessment/view.ts';
import {
  beatOf,
  doneAt,
  isOver,
  LEAD_MS,
  MOVE_MS,
  orderAfter,
  shuffleOf,
  WHOLE_MS,
} from '../../slides/draw/shuffle.ts';
import { drawSample } from '../../slides/draw/sample.ts';
import { NOW } from '../../slides/sample.ts';
import { groupsOf } from '../../slides/scenes/drawn/data.ts';
import { lotsOf, slipsAfter } from '../../slides/scenes/lots/data.ts';

const items = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `u${at}`, label: `单位 ${at}` }));
const fallen = (count: number, ago: number, number = 386) => drawSample('order', items(count), number, ago);
const shuffled = (count: number, ago: number, number = 386) => {
  const shuffle = shuffleOf(fallen(count, ago, number), NOW);
  if (!shuffle) throw new Error('nothing falls');
  return shuffle;
};

describe('the shuffle on the wall', () => {
  it('L1 swaps as the proof does, from roster order to the journalled one, for any number said', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 39 }), fc.integer({ min: 0, max: 999_999 }), (count, number) => {
        const one = fallen(count, 0, number);
        const shuffle = shuffled(count, 0, number);
        expect(orderAfter(shuffle, 0).order).toEqual(one.items.map(({ id }) => id));
        expect(orderAfter(shuffle, shuffle.steps.length)).toEqual({ order: one.drawn, settled: 0 });
        expect(one.drawn).toEqual(draw(one.secret ?? '', one.id, number, one.items).map(({ id }) => id));
      }),
    );
  });

  it('each swap trades two places or none, and what is settled never moves again', () => {
    const shuffle = shuffled(25, 0);
    for (let done = 1; done <= shuffle.steps.length; done += 1) {
      const [before, after] = [orderAfter(shuffle, done - 1), orderAfter(shuffle, done)];
      const moved = after.order.filter((one, at) => one !== before.order[at]);
      expect([0, 2]).toContain(moved.length);
      expect(after.order.slice(before.settled)).toEqual(before.order.slice(before.settled));
    }
  });

  it('is over within six seconds for any list, and no slip is on its way for longer than half a second', () => {
    expect(MOVE_MS).toBeLessThanOrEqual(480);
    for (const count of [1, 2, 5, 25, 39, 300]) {
      const { steps } = shuffled(count, 0);
      expect(LEAD_MS + steps.length * beatOf(steps.length) + MOVE_MS).toBeLessThanOrEqual(WHOLE_MS);
    }
  });

  it('steps by server time alone, so that all walls are in step', () => {
    const shuffle = shuffled(25, 3000);
    expect(doneAt(shuffle, NOW)).toBe(Math.floor((3000 - LEAD_MS) / beatOf(24)));
    expect(doneAt(shuffle, NOW - 3000)).toBe(0);
    expect(doneAt(shuffle, NOW + 60_000)).toBe(24);
    expect(isOver(shuffle, NOW + 60_000)).toBe(true);
  });

  it('a wall that is opened later shows the end', () => {
    expect(shuffleOf(fallen(25, WHOLE_MS), NOW)).toBeNull();
    expect(lotsOf([fallen(25, WHOLE_MS)], fallen(25, WHOLE_MS), [], NOW).shuffle).toBeNull();
  });

  it('X2 a draw that does not lead to the journalled order is shown as it is journalled', () => {
    const one = fallen(25, 1000);
    const wrong: DrawView = { ...one, drawn: [...(one.drawn ?? [])].reverse() };
    expect(shuffleOf(wrong, NOW)).toBeNull();
    expect(shuffleOf({ ...one, doneAt: null }, NOW)).toBeNull();
  });

  it('slips hang where they are after each swap, and the end is the order drawn', () => {
    const one = fallen(5, 0);
    const { slips, shuffle } = lotsOf([one], one, [], NOW);
    if (!shuffle) throw new Error('nothing falls');
    const at = (done: number) => slipsAfter(slips, orderAfter(shuffle, done).order);
    expect(at(0).map(({ unit, place }) => [unit, place])).toEqual(items(5).map(({ id }, k) => [id, k + 1]));
    expect(at(4)).toEqual(slips);
  });

  it('lists too long for one page are shown as they were drawn', () => {
    const one = fallen(78, 0);
    expect(lotsOf([one], one, [], NOW)).toMatchObject({ pages: 3, shuffle: null });
  });

  it('L2 examiners stand by category with their numbers, questions by their place', () => {
    const label = (text: string) => ({ id: text, label: text });
    expect(
      groupsOf([label('群众代表 02'), label('媒体代表 01'), label('群众代表 05')], 'questioner'),
    ).toEqual([
      {
        name: '群众代表',
        lots: [
          { id: '群众代表 02', mark: '02' },
          { id: '群众代表 05', mark: '05' },
        ],
      },
      { name: '媒体代表', lots: [{ id: '媒体代表 01', mark: '01' }] },
    ]);
    expect(groupsOf([label('停车难 吗')], 'question')).toMatchObject([{ name: '', lots: [{ mark: '1' }] }]);
  });
});
