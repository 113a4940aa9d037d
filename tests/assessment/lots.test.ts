import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitmentOf, draw, verifyDraw } from '../../assessment/lots.ts';
import examples from '../examples/lots.json' with { type: 'json' };

const secret = fc.uint8Array({ minLength: 32, maxLength: 32 });
const number = fc.integer({ min: 0, max: 999_999 });
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const [first, second] = examples as [(typeof examples)[number], (typeof examples)[number]];

/** The algorithm of L1 written down a second time, with Node's own hashes; tells how often it drew again. */
function drawNaively(key: Uint8Array, id: string, said: number, items: string[]) {
  const stream: bigint[] = [];
  for (let block = 0; stream.length < items.length + 64; block += 1) {
    const mac = createHmac('sha256', key).update(`${id}:${said}:${block}`).digest();
    for (let at = 0; at < 32; at += 4) stream.push(BigInt(mac.readUInt32BE(at)));
  }
  const drawn = items.slice();
  let used = 0;
  for (let j = drawn.length - 1; j > 0; j -= 1) {
    const size = BigInt(j + 1);
    while ((stream[used] as bigint) >= (4294967296n / size) * size) used += 1;
    const [picked] = drawn.splice(Number((stream[used] as bigint) % size), 1, drawn[j] as string);
    drawn[j] = picked as string;
    used += 1;
  }
  return { drawn, again: used - Math.max(0, drawn.length - 1) };
}

describe('lots', () => {
  it.each(examples)('L1 draws the published example of number $number', (example) => {
    expect(commitmentOf(example.secret)).toBe(example.commitment);
    expect(draw(example.secret, example.draw, example.number, example.items)).toEqual(example.drawn);
    expect(verifyDraw(example)).toBe(true);
  });

  it('L1 agrees with the algorithm written a second time', () => {
    const items = fc
      .integer({ min: 0, max: 60 })
      .map((n) => Array.from({ length: n }, (_, i) => `unit ${i}`));
    fc.assert(
      fc.property(secret, number, items, (key, said, list) => {
        expect(draw(key, 'order-2', said, list)).toEqual(drawNaively(key, 'order-2', said, list).drawn);
        expect(commitmentOf(key)).toBe(createHash('sha256').update(key).digest('hex'));
        expect(draw(hex(key), 'order-2', said, list)).toEqual(draw(key, 'order-2', said, list));
      }),
      { numRuns: 50 },
    );
  });

  it('L1 takes the next number where the first items would be favoured', () => {
    // Only a huge list makes that likely enough to be seen.
    const items = Array.from({ length: 150_000 }, (_, i) => String(i));
    const naive = drawNaively(Buffer.from(first.secret, 'hex'), 'huge', 3, items);
    expect(naive.again).toBeGreaterThan(0);
    const drawn = draw(first.secret, 'huge', 3, items);
    expect(drawn.every((item, at) => item === naive.drawn[at])).toBe(true);
  });

  it('L1 loses nothing, invents nothing and leaves the roster as it was', () => {
    fc.assert(
      fc.property(secret, number, fc.array(fc.integer()), (key, said, items) => {
        const before = [...items];
        const drawn = draw(key, 'q', said, items);
        expect(items).toEqual(before);
        expect([...drawn].sort((a, b) => a - b)).toEqual(before.sort((a, b) => a - b));
      }),
    );
  });

  it('L1 refuses a secret of another length and a number out of range', () => {
    expect(() => draw('00', 'q', 1, [])).toThrow(RangeError);
    expect(() => draw(new Uint8Array(31), 'q', 1, [])).toThrow(RangeError);
    expect(() => draw(first.secret, 'q', 1_000_000, [])).toThrow(RangeError);
    expect(() => draw(first.secret, 'q', 0.5, [])).toThrow(RangeError);
    expect(() => draw(first.secret.toUpperCase(), 'q', 1, [])).toThrow(RangeError);
  });

  it('L1 tells a record that was changed in any part', () => {
    const other = 'f'.repeat(64);
    expect(verifyDraw({ ...second, secret: other })).toBe(false);
    expect(verifyDraw({ ...second, secret: 'no hex' })).toBe(false);
    expect(verifyDraw({ ...second, secret: other, commitment: commitmentOf(other) })).toBe(false);
    expect(verifyDraw({ ...second, draw: 'order-2' })).toBe(false);
    expect(verifyDraw({ ...second, number: second.number + 1 })).toBe(false);
    expect(verifyDraw({ ...second, number: -1 })).toBe(false);
    expect(verifyDraw({ ...second, drawn: second.items })).toBe(false);
    expect(verifyDraw({ ...second, drawn: second.drawn.slice(1) })).toBe(false);
  });
});
