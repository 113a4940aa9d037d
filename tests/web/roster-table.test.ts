import { describe, expect, test } from 'vitest';
import { findIn } from '../../web/lib/console/roster/find-in.ts';
import { shownRows } from '../../web/lib/console/roster/table.ts';

const people = [
  { id: 'm1', name: '岑晓辉', post: '书记' },
  { id: 'm2', name: '单雄信', post: '副书记' },
  { id: 'm3', name: '卓家玲', post: '委员' },
  { id: 'm4', name: '李𬭎𫔍', post: '委员' },
  { id: 'm5', name: 'Ada Li', post: '委员' },
];
const finds = async (typed: string) => [...(await findIn(typed, people, (one) => [one.name, one.post]))];

describe('finding somebody in a list', () => {
  test.each([
    ['晓辉', ['m1']],
    ['cenxiaohui', ['m1']],
    ['CXH', ['m1']],
    ['ｃｘ', ['m1', 'm2']],
    // 单 is also read chan: a finder shows one too many rather than one too few.
    ['shan', ['m2']],
    ['jia ling', ['m3']],
    ['𬭎', ['m4']],
    ['ada', ['m5']],
    ['副书记', ['m2']],
    ['nobody', []],
  ])('%s', async (typed, ids) => {
    expect(await finds(typed)).toEqual(ids);
  });
});

describe('the rows that are looked at', () => {
  test('keep their place in the whole list', () => {
    const found = new Set(['m3', 'm5']);
    expect(shownRows(people, { found, added: [] }).map(({ at }) => at)).toEqual([2, 4]);
  });

  test('are those with a problem, where that is asked for; an added one is always among them', () => {
    const filters = { found: null, added: ['m5'], wrongRows: new Set([2]), only: () => true };
    expect(shownRows(people, filters).map(({ row }) => row.id)).toEqual(['m2', 'm5']);
  });
});
