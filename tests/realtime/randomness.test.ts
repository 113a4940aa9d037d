import { expect, it } from 'vitest';
import { randomness } from '../../realtime/randomness.ts';

/** A source that counts, so that what was given out twice would be seen. */
function counting(): (into: Uint8Array) => void {
  let next = 0;
  return (into) => {
    for (let at = 0; at < into.length; at += 1) into[at] = (next += 1) % 251;
  };
}

it('no byte is given out twice, however many are asked for', () => {
  const random = randomness(counting());
  const given = [8, 4090, 32, 5000, 8].flatMap((bytes) => [...random(bytes)]);
  expect(given).toHaveLength(8 + 4090 + 32 + 5000 + 8);
  const one = randomness(counting());
  expect([...one(3), ...one(3)]).toEqual([1, 2, 3, 4, 5, 6]);
});

it('the machine’s own bytes differ each time', () => {
  const random = randomness();
  const all = Array.from({ length: 600 }, () => Buffer.from(random(16)).toString('hex'));
  expect(new Set(all).size).toBe(600);
});
