/** Drawing lots in public so that anyone can repeat the draw afterwards (L1, L2). */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** A draw as it is published: what was promised before, what was said on site, and what came out. */
export interface DrawRecord {
  draw: string;
  /** 32 bytes in lower-case hex. */
  secret: string;
  commitment: string;
  /** The number said on site, 0–999999. */
  number: number;
  /** What was drawn from, in roster order. */
  items: readonly string[];
  drawn: readonly string[];
}

/** The largest number that may be said on site. */
export const MAX_DRAW_NUMBER = 999_999;

const SECRET_HEX = /^[0-9a-f]{64}$/;
const WORDS_PER_BLOCK = 8;
const WORD_VALUES = 0x1_0000_0000;

function secretBytes(secret: string | Uint8Array): Uint8Array {
  if (typeof secret === 'string' && !SECRET_HEX.test(secret)) {
    throw new RangeError('a secret is 64 lower-case hex digits');
  }
  const bytes = typeof secret === 'string' ? hexToBytes(secret) : secret;
  if (bytes.length !== 32) throw new RangeError('a secret is 32 bytes');
  return bytes;
}

/** SHA-256 of the 32 secret bytes in hex: what the screen shows before the draw (L1). */
export function commitmentOf(secret: string | Uint8Array): string {
  return bytesToHex(sha256(secretBytes(secret)));
}

/** The stream of unsigned 32-bit numbers of one draw, made block by block as it is used (L1). */
function wordsOf(secret: Uint8Array, draw: string, number: number): () => number {
  let block = new DataView(new ArrayBuffer(0));
  let used = 0;
  return () => {
    const at = used % WORDS_PER_BLOCK;
    if (at === 0) {
      const text = `${draw}:${number}:${used / WORDS_PER_BLOCK}`;
      const bytes = hmac(sha256, secret, utf8ToBytes(text));
      block = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    used += 1;
    return block.getUint32(at * 4, false);
  };
}

/** One step of the shuffle, for whoever repeats it by hand. Positions count from 0. */
export interface DrawStep {
  /** The position that is settled by this step, from the last one down. */
  at: number;
  /** The integer that was taken, and how many before it were past the last full multiple. */
  integer: number;
  skipped: number;
  /** The position that it is swapped with: `integer` mod (`at` + 1). */
  swap: number;
}

/**
 * The steps of a draw of `count` items (L1).
 * Throws a RangeError where the secret is not 32 bytes or the number is not a whole number of 0–999999.
 */
export function drawSteps(
  secret: string | Uint8Array,
  drawId: string,
  number: number,
  count: number,
): DrawStep[] {
  if (!Number.isInteger(number) || number < 0 || number > MAX_DRAW_NUMBER) {
    throw new RangeError('a draw takes a whole number from 0 to 999999');
  }
  const next = wordsOf(secretBytes(secret), drawId, number);
  const steps: DrawStep[] = [];
  for (let at = count - 1; at >= 1; at -= 1) {
    // Numbers past the last full multiple of at + 1 would favour the first items.
    const limit = Math.floor(WORD_VALUES / (at + 1)) * (at + 1);
    let integer = next();
    let skipped = 0;
    for (; integer >= limit; skipped += 1) integer = next();
    steps.push({ at, integer, skipped, swap: integer % (at + 1) });
  }
  return steps;
}

/** Shuffles `items` (roster order) by the published algorithm (L1); the list given is left as it is. Throws as above. */
export function draw<T>(
  secret: string | Uint8Array,
  drawId: string,
  number: number,
  items: readonly T[],
): T[] {
  const drawn = [...items];
  for (const { at, swap } of drawSteps(secret, drawId, number, items.length)) {
    [drawn[at], drawn[swap]] = [drawn[swap] as T, drawn[at] as T];
  }
  return drawn;
}

/** True where the secret fits its commitment and drawing again gives the same order (L1). Never throws. */
export function verifyDraw(record: DrawRecord): boolean {
  const { secret, number, items, drawn } = record;
  if (!SECRET_HEX.test(secret) || !Number.isInteger(number)) return false;
  if (number < 0 || number > MAX_DRAW_NUMBER || commitmentOf(secret) !== record.commitment) return false;
  const again = draw(secret, record.draw, number, items);
  return again.length === drawn.length && again.every((item, at) => item === drawn[at]);
}
