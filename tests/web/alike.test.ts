/** Q4 · Questions that ask the same, and a list that stands still under a finger. */
import { describe, expect, test } from 'vitest';
import { alikeTo } from '../../web/lib/phone/questions/alike.ts';
import { Places } from '../../web/lib/phone/questions/list-places.ts';

const asked = (...texts: string[]) => texts.map((text, at) => ({ id: `q${at}`, text, support: at }));

describe('Q4 similar questions', () => {
  const open = asked(
    '渔排污水排到哪里去了，有没有集中收集处理？',
    '停车位不够怎么办',
    '公厕没灯没纸谁来考核？',
    '请问社区什么时候解决停车难的问题',
  );
  test.each([
    ['渔排的污水到底排到哪里去了', ['q0']],
    ['公厕里没有灯，没有纸，谁考核', ['q2']],
    ['我们小区停车位一直不够', ['q1']],
    ['请问我们社区什么时候解决噪音的问题？', []],
    ['为什么', []],
    ['', []],
  ])('%s', (text, ids) => {
    expect(alikeTo(text, open).map(({ id }) => id)).toEqual(ids);
  });

  test('three at most, the most alike first, then the most supported', () => {
    const many = asked(...Array.from({ length: 200 }, () => '停车位不够'));
    expect(alikeTo('停车位不够', many).map(({ id }) => id)).toEqual(['q199', 'q198', 'q197']);
  });

  test('what is no word at all says nothing and breaks nothing', () => {
    expect(alikeTo('？？！！…… 😀😀', asked('😀', '…', ''))).toEqual([]);
  });
});

describe('Q4 the list of open questions', () => {
  const ids = (list: { id: string }[]) => list.map(({ id }) => id);
  test('is sorted by support when it is first seen, and then nobody moves', () => {
    const places = new Places();
    const first = [
      { id: 'a', support: 1 },
      { id: 'b', support: 5 },
      { id: 'c', support: 3 },
    ];
    expect(ids(places.put(first, 'u1'))).toEqual(['b', 'c', 'a']);
    const later = [{ id: 'a', support: 9 }, ...first.slice(1), { id: 'd', support: 7 }];
    expect(ids(places.put(later, 'u1'))).toEqual(['b', 'c', 'a', 'd']);
    expect(ids(places.put(later, 'u2'))).toEqual(['a', 'd', 'b', 'c']);
  });
});
