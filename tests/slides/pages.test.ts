import { expect, it } from 'vitest';
import { PAGE_MS, pageOf } from '../../slides/pages.ts';
import { standingsOf } from '../../slides/scenes/standings/data.ts';
import type { StandingsView } from '../../assessment/view.ts';

it('turns pages by server time alone, each as long as the others, and shows everything once', () => {
  const all = Array.from({ length: 23 }, (_, at) => at);
  const shown = [0, 1, 2].map((turn) => pageOf(all, 22, turn * PAGE_MS + 5));
  expect(shown.map((one) => one.page)).toEqual([0, 1, 0]);
  expect(shown[0]?.shown).toHaveLength(12);
  expect([...(shown[0]?.shown ?? []), ...(shown[1]?.shown ?? [])]).toEqual(all);
});

it('is one page for few, and for none', () => {
  expect(pageOf([1, 2], 22, PAGE_MS * 7)).toEqual({ shown: [1, 2], page: 0, pages: 1 });
  expect(pageOf([], 22, 0)).toEqual({ shown: [], page: 0, pages: 1 });
});

const row = (unit: string, rank: number | null): StandingsView['rows'][number] => ({
  unit,
  name: `${unit}社区党委`,
  rank,
  score: rank === null ? null : 9000 - rank,
  questioning: null,
  crowd: null,
  level: rank === null ? null : '较好',
  why: rank === null ? 'absent' : null,
  deductions: 0,
  parts: [],
  categories: null,
  empty: [],
  eligible: 0,
  returned: 0,
  counted: 0,
  votes: [],
});

it('K1, K2 ranks from the first, shares a rank, and lists who has none last', () => {
  const rows = [row('丙村', null), row('丁村', 2), row('甲村', 1), row('乙村', 2), row('戊村', 4)];
  const view: StandingsView = {
    final: true,
    units: 5,
    rows,
    last: null,
    locked: [],
    coming: null,
    ceremony: null,
  };
  const before = rows.map((one) => one.unit);
  const { podium, rest, levels } = standingsOf(view, {}, 0);
  expect([...podium, ...rest].map((one) => [one.unit, one.rank])).toEqual([
    ['甲村', 1],
    ['丁村', 2],
    ['乙村', 2],
    ['戊村', 4],
    ['丙村', null],
  ]);
  expect(podium).toHaveLength(3);
  expect(rest.at(-1)?.why).toBe('absent');
  expect(levels).toEqual([{ name: '较好', count: 4 }]);
  expect(rows.map((one) => one.unit)).toEqual(before);
});
