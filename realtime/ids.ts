/** Random ids of connections, from bytes that are fetched many at a time: one by one they cost as much as a write. */
import { randomFillSync } from 'node:crypto';

/** Bytes of an id, a multiple of 3: 120 bits, 20 characters of base64url. */
const BYTES = 15;
const pool = Buffer.alloc(BYTES * 400);
let at = pool.length;

/** Nobody can guess it, and none comes twice. */
export function randomId(): string {
  if (at === pool.length) {
    randomFillSync(pool);
    at = 0;
  }
  at += BYTES;
  return pool.toString('base64url', at - BYTES, at);
}
