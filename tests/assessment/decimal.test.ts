import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPoints, formatScore, MAX_POINTS, parsePoints } from '../../assessment/decimal.ts';
import { add, compare, div, mul, of, roundHalfUp, sub, ZERO } from '../../assessment/rational.ts';

const points = fc.integer({ min: 0, max: MAX_POINTS });

describe('decimals', () => {
  it('X1 reads decimal strings into hundredths', () => {
    expect(['0', '30', '12.5', '12.50', '0.05', '99999.99'].map(parsePoints)).toEqual([
      0, 3000, 1250, 1250, 5, 9_999_999,
    ]);
  });

  it.each([
    '',
    ' ',
    '1 ',
    ' 1',
    '+1',
    '-1',
    '-0',
    '01',
    '.5',
    '5.',
    '1.234',
    '1e3',
    '0x1',
    '１',
    '1\n',
    '1,5',
  ])('X1 refuses %j as a decimal', (text) => expect(parsePoints(text)).toBeNull());

  it('X1 refuses decimals of unreasonable length', () => {
    expect(parsePoints('100000')).toBeNull();
    expect(parsePoints('1'.repeat(100_000))).toBeNull();
  });

  it('X1 writes the shortest form, and scores with two decimals', () => {
    expect([0, 5, 50, 1250, 3000, 10000].map(formatPoints)).toEqual([
      '0',
      '0.05',
      '0.5',
      '12.5',
      '30',
      '100',
    ]);
    expect([0, 5, 8660, 10000, -50].map(formatScore)).toEqual(['0.00', '0.05', '86.60', '100.00', '-0.50']);
  });

  it('X1 reads back what it wrote', () => {
    fc.assert(
      fc.property(points, (p) => {
        expect(parsePoints(formatPoints(p))).toBe(p);
        expect(parsePoints(formatScore(p))).toBe(p);
      }),
    );
  });
});

describe('fractions', () => {
  const whole = fc.integer({ min: -10_000, max: 10_000 });
  const rational = fc.tuple(whole, fc.integer({ min: 1, max: 1000 })).map(([n, d]) => of(n, d));

  it('S10 rounds exactly half up, and anything less than half down', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 2, max: 1_000_000 }), (p, far) => {
        const half = add(of(p), of(1, 2));
        expect(roundHalfUp(half)).toBe(p + 1);
        expect(roundHalfUp(sub(half, of(1, far)))).toBe(p);
      }),
    );
  });

  it('S10 rounding is the nearest whole number, never more than half away', () => {
    fc.assert(
      fc.property(rational, (r) => {
        const error = sub(of(roundHalfUp(r)), r);
        expect(compare(error, of(1, 2))).toBeLessThanOrEqual(0);
        expect(compare(error, of(-1, 2))).toBeGreaterThan(0);
      }),
    );
  });

  it('S fractions stay in lowest terms and obey arithmetic', () => {
    expect(of(6, -4)).toEqual({ n: -3n, d: 2n });
    expect(() => of(1, 0)).toThrow(RangeError);
    fc.assert(
      fc.property(rational, rational, (a, b) => {
        expect(add(sub(a, b), b)).toEqual(a);
        if (compare(b, ZERO) !== 0) expect(mul(div(a, b), b)).toEqual(a);
      }),
    );
  });
});
