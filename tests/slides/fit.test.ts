import { describe, expect, it } from 'vitest';
import { fitText, largestFit, oneParagraph, widthOf, wordsOf } from '../../slides/fit.ts';

const BOX = { width: 118, height: 47, line: 1.22 };
const SIZES = [16, 14, 12, 10.5, 9, 8, 7, 6.4, 5.8, 5.2, 4.6, 4];

describe('the largest letters', () => {
  const upTo = (limit: number) => (size: number) => size <= limit;

  it('are as large as they may be where all fits', () => {
    expect(largestFit(16, 3, () => true)).toBe(16);
  });

  it.each([3, 3.1, 4.7, 9.9, 15.9])('are found to a tenth: %d', (limit) => {
    expect(largestFit(16, 3, upTo(limit))).toBe(limit);
  });

  it('never fit where nothing does, not even at a least size between two tenths', () => {
    expect(largestFit(16, 3, () => false)).toBeNull();
    expect(largestFit(16, 9.69, upTo(9.6))).toBeNull();
    expect(largestFit(16, 9.69, upTo(9.7))).toBe(9.7);
    expect(largestFit(3, 3, () => false)).toBeNull();
  });

  it('cost no more layouts than a bisection', () => {
    let asked = 0;
    largestFit(56, 3, (size) => ((asked += 1), size <= 7));
    expect(asked).toBeLessThanOrEqual(11);
  });
});

describe('letters that fit', () => {
  it('are the largest for a short question and never smaller than 4u for one of 200 characters', () => {
    expect(fitText('渔排污水排到哪里去了？', BOX, SIZES)).toBe(16);
    expect(fitText('问'.repeat(200), BOX, SIZES)).toBe(4);
  });

  it.each(Array.from({ length: 200 }, (_, at) => at + 1))('hold %i characters', (length) => {
    const size = fitText('问'.repeat(length), BOX, SIZES);
    const lines = Math.ceil(length / Math.floor(BOX.width / size));
    expect(lines * size * BOX.line).toBeLessThanOrEqual(BOX.height);
  });

  it('count Latin letters as the narrow ones they are', () => {
    expect(widthOf('ab')).toBeLessThan(widthOf('问a'));
    expect(fitText('Where does it go?', BOX, SIZES)).toBe(16);
  });

  it('fall to the smallest size where nothing fits', () => {
    expect(fitText('问'.repeat(2000), BOX, SIZES)).toBe(4);
  });
});

describe('words', () => {
  it('keep their punctuation, so that no line begins with it', () => {
    const words = wordsOf('征地返还用地现在进展如何，何时能落地开发？', 'zh-CN');
    expect(words.join('')).toBe('征地返还用地现在进展如何，何时能落地开发？');
    expect(words.filter((word) => /^[，。？！、]/.test(word))).toEqual([]);
    expect(words.length).toBeGreaterThan(4);
  });

  it('keep an opening bracket with what it opens', () => {
    expect(wordsOf('请看《条例》第三条', 'zh-CN').filter((word) => /《$/.test(word))).toEqual([]);
  });

  it('are one paragraph', () => {
    expect(oneParagraph('一、停车\n\n二、内涝 \n三、井盖')).toBe('一、停车 二、内涝 三、井盖');
  });
});
