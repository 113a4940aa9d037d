/** Issue 3, item 4: one address for every code, chosen once in a browser. */
import { afterEach, expect, test } from 'vitest';
import { chooseAddress, chosenAddress } from '../../web/lib/live/address.ts';
import { drop } from '../../web/lib/live/keep.ts';

const [BEST, OTHER] = ['https://kaochang.example', 'http://192.168.1.8:3000'];

afterEach(() => drop('dkc.address'));

test('the hub’s best address, until another is chosen', () => {
  expect(chosenAddress([BEST, OTHER])).toBe(BEST);
  chooseAddress(OTHER);
  expect(chosenAddress([BEST, OTHER])).toBe(OTHER);
});

test('an address that the hub no longer has is not printed', () => {
  chooseAddress(OTHER);
  expect(chosenAddress([BEST])).toBe(BEST);
  expect(chosenAddress([])).toBeNull();
});
