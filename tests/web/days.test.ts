import { describe, expect, it } from 'vitest';
import { daysOf, daysText } from '../../web/lib/console/meetings/days.ts';

describe('the days of a meeting', () => {
  it.each([
    ['2026-12-05', '', '2026年12月5日'],
    ['', '2026-12-05', '2026年12月5日'],
    ['2026-12-05', '2026-12-05', '2026年12月5日'],
    ['2026-12-05', '2026-12-06', '2026年12月5日至6日'],
    ['2026-12-06', '2026-12-05', '2026年12月5日至6日'],
    ['2026-11-30', '2026-12-01', '2026年11月30日至12月1日'],
    ['2026-12-31', '2027-01-01', '2026年12月31日至2027年1月1日'],
    ['', '', ''],
    ['soon', '2026-12-05', '2026年12月5日'],
  ])('are written from a calendar: %s, %s', (first, last, text) => {
    expect(daysText({ first, last })).toBe(text);
    expect(daysText(daysOf(text))).toBe(text);
  });

  it('leave the calendar empty where they were written by hand', () => {
    for (const text of ['下周六上午九点', '2026年12月', '2026年12月5日（周六）'])
      expect(daysOf(text)).toEqual({ first: '', last: '' });
  });
});
