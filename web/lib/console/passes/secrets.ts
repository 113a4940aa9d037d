/**
 * I1 · The secrets of passes: made here, sent as hashes, and kept in this browser alone so that it can print again.
 * Another browser has none and must reissue.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base64url } from '$assessment/base64url.ts';
import { keepJson, recallJson } from '../../live/keep.ts';

/** Pass id → secret. */
export type Secrets = Record<string, string>;

const key = (code: string) => `dkc.passes.${code}`;

/** What the server stores in its place. */
export const hashOf = (secret: string): string => base64url(sha256(utf8ToBytes(secret)));

export const readSecrets = (code: string): Secrets => recallJson<Secrets>(key(code)) ?? {};

/** False where this browser stores nothing (private mode, full): the secrets then last as long as the page. */
export const writeSecrets = (code: string, secrets: Secrets): boolean => keepJson(key(code), secrets);

/** A random order in which nothing can be read from the place of a pass in the stack (I3). */
export function shuffled<T>(items: readonly T[]): T[] {
  const left = [...items];
  for (let j = left.length - 1; j > 0; j -= 1) {
    const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
    const k = word % (j + 1);
    [left[j], left[k]] = [left[k] as T, left[j] as T];
  }
  return left;
}
