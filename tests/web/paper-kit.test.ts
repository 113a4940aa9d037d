/** The paper kit: how many of what is printed, and that no page is asked for more than it holds. */
import { describe, expect, it } from 'vitest';
import { SLICES_OF, type Slices } from '../../assessment/view.ts';
import {
  boxesOf,
  kitOf,
  pagesOf,
  PARTS,
  sizesOf,
  TALLY,
  tallyBlocks,
  type Choice,
  type Kit,
  type KitCategory,
} from '../../web/lib/console/paper-kit/kit.ts';
import { paperKit } from '../../web/text/console/zh-CN/paper-kit.ts';
import { paperKit as english } from '../../web/text/console/en/paper-kit.ts';
import { examinerName, setScene, type SceneOptions } from '../support/scene.ts';

function kitFor(options: SceneOptions = {}): Kit {
  const { meeting } = setScene({ until: 'ready', ...options });
  const slices = SLICES_OF.organizer.map((name) => [name, meeting.slice('organizer', name)]);
  return kitOf(Object.fromEntries(slices) as Partial<Slices>) ?? expect.fail('no kit');
}
const everything: Choice = { parts: PARTS, unit: '', category: '', spares: 2, perPage: 4 };
const ballots = (kit: Kit, choice: Partial<Choice> = {}) =>
  pagesOf(kit, { ...everything, parts: ['ballots'], ...choice });

describe('the paper kit', () => {
  it('I8 has a ballot for each examiner of each category and unit, with spares that fill the page', () => {
    const kit = kitFor({ units: ['A', 'B'], examiners: { party: 5, people: 2, media: 1 } });
    expect(kit.categories.map(({ examiners }) => examiners)).toEqual([5, 2, 1]);
    // 5 + 2, 2 + 2 and 1 + 2 ballots, four a page, for two units.
    expect(ballots(kit)).toHaveLength(2 * (2 + 1 + 1));
    expect(ballots(kit, { unit: 'B', category: 'party', perPage: 2 })).toHaveLength(4);
    expect(ballots(kit, { unit: 'B', category: 'party', spares: 0, perPage: 1 })).toHaveLength(5);
  });

  it('prints nothing where nobody is expected and no spare is wanted', () => {
    const kit = { ...kitFor(), categories: kitFor().categories.map((one) => ({ ...one, examiners: 0 })) };
    expect(ballots(kit, { spares: 0 })).toEqual([]);
  });

  it('B8 counts the crowd on paper only where the sheet counts it', () => {
    const kit = kitFor();
    expect(pagesOf(kit, { ...everything, parts: ['crowd'] })).toEqual([]);
    const counted: Kit = { ...kit, scoring: { ...kit.scoring, crowd: { minimum: 30, grades: [] } } };
    expect(pagesOf(counted, { ...everything, parts: ['crowd'] })).toHaveLength(kit.units.length);
  });

  it('I3 an anonymous list to be signed has neither names nor numbers of passes', () => {
    const listed = (identity: 'signed' | 'anonymous') =>
      JSON.stringify(kitFor({ settings: { identity } }).categories);
    expect(listed('signed')).toContain(examinerName(''));
    expect(listed('signed')).toContain('"number":"01"');
    expect(listed('anonymous')).not.toContain(examinerName(''));
    expect(listed('anonymous')).not.toContain('"number":"01"');
  });

  it('B1 offers only ballots on which every criterion has room', () => {
    const kit = kitFor();
    const [one] = kit.criteria;
    const of = (count: number) => ({ ...kit, criteria: Array.from({ length: count }, () => one!) });
    expect(sizesOf(of(4))).toEqual([4, 2, 1]);
    expect(sizesOf(of(12))).toEqual([2, 1]);
    expect(sizesOf(of(30))).toEqual([1]);
    const grades = { ...kit.scoring, input: 'grades' as const };
    expect(sizesOf({ ...of(5), scoring: grades })).toEqual([2, 1]);
  });

  it('B1 has boxes for the digits of the full marks and of the step', () => {
    expect(boxesOf({ full: 3000, step: 50 })).toEqual({ whole: 2, part: 1 });
    expect(boxesOf({ full: 10_000, step: 100 })).toEqual({ whole: 3, part: 0 });
    expect(boxesOf({ full: 950, step: 25 })).toEqual({ whole: 1, part: 2 });
  });

  it('a tally has a line for every ballot, and no page holds more than its height', () => {
    const category = (examiners: number, id: string): KitCategory => ({
      id,
      name: id,
      weight: 1000,
      examiners,
      people: [],
    });
    const sizes = [10, 6, 5, 5, 15, 3, 6, 60];
    for (const sums of [1, 3]) {
      const pages = tallyBlocks(
        sizes.map((one, at) => category(one, `k${at}`)),
        sums,
      );
      for (const blocks of pages) {
        const height = blocks.reduce(
          (sum, { from, to }) => sum + TALLY.head + (to - from + sums) * TALLY.row,
          0,
        );
        expect(height).toBeLessThanOrEqual(TALLY.page);
      }
      sizes.forEach((size, at) => {
        const own = pages.flat().filter((block) => block.category.id === `k${at}`);
        expect(own.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(size + 2);
        // One page holds every category but the largest: it is not cut.
        expect(own.length).toBe(size === 60 ? 3 : 1);
        expect(own.map(({ ends }) => ends).lastIndexOf(true)).toBe(own.length - 1);
      });
    }
  });

  it('S4–S10 K1 B5 says how to compute with exactly this sheet’s figures, in both languages', () => {
    const { scoring } = kitFor({
      scoring: (one) => ({
        ...one,
        sheet: [
          ...one.sheet.map((line) => ({ ...line, full: (line.full * 9) / 10 })),
          {
            id: 'voice',
            name: '群众评价',
            full: 1000,
            step: 0,
            stage: 'crowd' as const,
            by: 'crowd' as const,
          },
        ],
        trim: { of: 'total', drop: 2, from: 7 },
        quorum: { of: 3, outOf: 4 },
        crowd: { minimum: 40, grades: [{ id: 'a', name: '满意', worth: 10_000 }] },
        tieBreak: ['questioning'],
      }),
    });
    for (const { tally } of [paperKit, english]) {
      const said = tally.steps(scoring).join('\n');
      for (const figure of ['7', '3/4', '40', '90', ...scoring.categories.map(({ name }) => name)])
        expect(said).toContain(figure);
    }
    expect(paperKit.tally.steps(scoring).join()).toContain('去掉最高的 2 张和最低的 2 张');
    expect(paperKit.tally.steps({ ...scoring, trim: null }).join()).toContain('不去掉高分和低分');
    const single = { ...scoring, trim: { of: 'criterion' as const, drop: 1, from: 6 } };
    expect(paperKit.tally.steps(single).join()).toContain('每一项各自去掉 1 个最高分和 1 个最低分');
    expect(paperKit.tally.steps({ ...scoring, empty: 'zero' }).join()).toContain('按 0 算');
  });
});
