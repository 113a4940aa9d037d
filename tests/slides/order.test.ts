/** How the order of turns and a unit's people stand on a wall: hung side by side, in lines, on pages. */
import { describe, expect, it } from 'vitest';
import { NOW, TEAM } from '../../slides/sample.ts';
import { layoutOf } from '../../slides/scenes/lots/data.ts';
import { PAGE_MS } from '../../slides/pages.ts';
import { teamPage } from '../../slides/team.ts';

const named = (letters: number, count: number) =>
  Array.from({ length: count }, (_, at) => {
    const short = '岭'.repeat(letters);
    return { unit: `u${at}`, place: at + 1, short, name: short };
  });

describe('the order of turns on a wall', () => {
  it.each([
    [3, 78, { size: 39, listed: false }],
    [6, 26, { size: 26, listed: false }],
    [13, 10, { size: 22, listed: false }],
    [13, 11, { size: 22, listed: true }],
    [29, 4, { size: 14, listed: true }],
  ])(
    'names of %i letters, %i units: hang as long as their letters stay large enough',
    (letters, count, layout) => expect(layoutOf(named(letters, count))).toEqual(layout),
  );
});

describe('the people of a unit beside its clock', () => {
  const [one] = TEAM;
  const many = Array.from({ length: 13 }, (_, at) => ({ ...one!, id: `m${at}` }));

  it('short names and portfolios stand there all at once', () => {
    expect(teamPage(many, NOW)).toEqual({ shown: many, roomy: false, page: 0, pages: 1 });
  });
  it('one long portfolio gives all of them wide columns, and pages that everybody turns at once', () => {
    const hard = many.map((member) => ({ ...member, portfolios: ['民族宗教与统一战线'] }));
    const seen = [0, 1, 2].flatMap((page) => teamPage(hard, page * PAGE_MS).shown);
    expect(seen.map(({ id }) => id)).toEqual(many.map(({ id }) => id));
    expect(teamPage(hard, NOW)).toMatchObject({ roomy: true, pages: 3 });
  });
});
