import { describe, expect, test } from 'vitest';
import { REFUSALS } from '../../assessment/refusals.ts';
import { HUB_CODES } from '../../realtime/protocol-names.ts';
import { en } from '../../web/text/common.en.ts';
import { zh } from '../../web/text/common.zh-CN.ts';
import { en as deskEn } from '../../web/text/desk.en.ts';
import { zh as deskZh } from '../../web/text/desk.zh-CN.ts';
import { codes as memberEn } from '../../web/text/phone/en/member-codes.ts';
import { codes as memberZh } from '../../web/text/phone/zh-CN/member-codes.ts';
import { refusalText } from '../../web/text/index.ts';
import { clockFace } from '../../web/lib/parts/clock-text.ts';

describe('refusals in words', () => {
  test.each([...new Set([...REFUSALS, ...HUB_CODES])])('%s has words in both languages', (code) => {
    for (const codes of [
      { ...zh.codes, ...memberZh, ...deskZh },
      { ...en.codes, ...memberEn, ...deskEn },
    ]) {
      const words = codes[code];
      const said = typeof words === 'string' ? words : words({});
      expect(said.length).toBeGreaterThan(3);
      expect(said).not.toMatch(/undefined|null/);
    }
  });

  test('name the criterion, and never show its id where the name is known', () => {
    const names = { criterion: (id: string) => ({ report: '述职' })[id] };
    expect(refusalText('score-out-of-range', { criterion: 'report' }, names)).toBe('“述职”超出了满分。');
    expect(refusalText('score-out-of-range')).toBe('有一项超出了满分。');
  });

  test('B4 a late ballot is told its receipt', () => {
    expect(refusalText('turn-locked', { stage: 'locked', receipt: '7KQ4M2XD' })).toContain('7KQ4M2XD');
  });
});

describe('points read aloud', () => {
  test.each([
    [7050, '七十点五分', 'seventy point five'],
    [8625, '八十六点二五分', 'eighty-six point two five'],
    [10000, '一百分', 'one hundred'],
    [10500, '一百零五分', 'one hundred five'],
    [11000, '一百一十分', 'one hundred ten'],
    [1500, '十五分', 'fifteen'],
    [1005, '十点零五分', 'ten point zero five'],
    [0, '零分', 'zero'],
    [50, '零点五分', 'zero point five'],
    [100_100, '一千零一分', 'one thousand one'],
    [2_000_000, '二万分', 'twenty thousand'],
  ])('%i: %s', (points, chinese, english) => {
    expect([zh.pointsInWords(points), en.pointsInWords(points)]).toEqual([chinese, english]);
  });
});

describe('A4, A5 a clock in figures', () => {
  const clock = { since: 1000, remaining: 120_000, total: 120_000, warn: 30_000 };
  test.each([
    [1000, '2:00', false, false, 1],
    [1001, '2:00', false, false, 1],
    [2000, '1:59', false, false, 0.992],
    [91_000, '0:30', false, true, 0.25],
    [120_999, '0:01', false, true, 0],
    [121_000, '0:00', false, true, 0],
    [121_500, '0:00', true, true, 1],
    [186_000, '1:05', true, true, 1],
  ])('at %i: %s', (now, text, over, warns, part) => {
    const face = clockFace(clock, now);
    expect([face.text, face.over, face.warns]).toEqual([text, over, warns]);
    expect(face.part).toBeCloseTo(part, 2);
  });

  test('stands still where it was stopped', () => {
    expect(clockFace({ ...clock, since: null, remaining: 61_000 }, 9e9).text).toBe('1:01');
  });
});
