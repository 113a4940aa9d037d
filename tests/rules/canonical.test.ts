import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../assessment/canonical.ts';
import { GENESIS, hashText, openSeal, seal, type Draft, type Json } from '../../assessment/journal.ts';

describe('J4 the canonical text of an entry', () => {
  it('is what the library writes, for every value that JSON can carry', () => {
    const keys = fc.oneof(fc.string({ unit: 'grapheme' }), fc.nat().map(String), fc.constant('__proto__'));
    const value = fc.jsonValue({ stringUnit: 'grapheme', depthSize: 'medium' });
    const wide = fc.dictionary(keys, value, { maxKeys: 50, noNullPrototype: true });
    fc.assert(
      fc.property(fc.oneof(value, wide), (one) => {
        expect(canonical(one)).toBe(canonicalize(one));
      }),
      { seed: 7, numRuns: 3000 },
    );
  });

  it('orders keys by their UTF-16 units, also those that look like numbers', () => {
    expect(canonical({ 10: 1, 9: 2, ü: 3, b: 4, '\ud83d\ude00': 5, '\ufb33': 6 })).toBe(
      '{"10":1,"9":2,"b":4,"ü":3,"\ud83d\ude00":5,"\ufb33":6}',
    );
  });

  it('leaves out what is not there, and writes -0 and dates as JSON does', () => {
    const at = new Date(0);
    expect(canonical({ a: undefined, b: [undefined, -0, 1e21, 1e-7], at })).toBe(
      '{"at":"1970-01-01T00:00:00.000Z","b":[null,0,1e+21,1e-7]}',
    );
  });

  const circle: Record<string, unknown> = {};
  circle.own = circle;
  it.each([
    ['no number', NaN],
    ['an endless number', [Infinity]],
    ['half a character', { text: '\ud83d' }],
    ['half a character in a key', { '\ude00': 1 }],
    ['a function', { run: () => 1 }],
    ['a large number of its own kind', 1n],
    ['nothing', undefined],
    ['a circle', circle],
  ])('refuses %s', (_name, value) => {
    expect(() => canonical(value)).toThrow(TypeError);
  });
});

describe('J4 a sealed entry', () => {
  const json = fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 3 }) as fc.Arbitrary<Json>;
  const text = fc.string({ unit: 'grapheme' });
  const entry: fc.Arbitrary<Draft> = fc.record(
    {
      at: fc.nat(),
      by: text,
      type: text,
      data: json,
      private: json,
      command: fc.record({ id: text, print: text }),
    },
    { requiredKeys: ['at', 'by', 'type', 'data'] },
  );

  it('is the canonical text of everything in it, on one line, and opens to what was sealed', () => {
    fc.assert(
      fc.property(entry, fc.nat({ max: 1_000_000 }), (draft, before) => {
        const n = before + 1;
        const sealed = seal(draft, n, GENESIS, 'salt');
        const { private: secret, ...open } = draft;
        const digest = secret === undefined ? {} : { private: hashText(`salt:${canonicalize(secret)}`) };
        expect(sealed.body).toBe(canonicalize({ ...open, n, previous: GENESIS, ...digest }));
        expect(sealed.body + (sealed.private?.body ?? '')).not.toContain('\n');
        expect(openSeal(sealed, n, GENESIS)).toEqual(JSON.parse(JSON.stringify({ ...draft, n })));
      }),
      { seed: 7, numRuns: 1000 },
    );
  });
});
