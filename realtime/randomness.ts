/** Random bytes of the machine, fetched many at a time: a ballot's receipt needs eight of them, and a call costs more than they do. */
import { randomFillSync } from 'node:crypto';

const AT_ONCE = 4096;

/** @returns the way to fresh bytes; none is given out twice */
export function randomness(
  fill: (into: Uint8Array) => unknown = randomFillSync,
): (bytes: number) => Uint8Array {
  const pool = new Uint8Array(AT_ONCE);
  let used = AT_ONCE;
  return (bytes) => {
    if (bytes > AT_ONCE) {
      const many = new Uint8Array(bytes);
      fill(many);
      return many;
    }
    if (used + bytes > AT_ONCE) {
      fill(pool);
      used = 0;
    }
    used += bytes;
    const fresh = pool.slice(used - bytes, used);
    pool.fill(0, used - bytes, used);
    return fresh;
  };
}
