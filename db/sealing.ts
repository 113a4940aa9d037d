/** J4, J6: sealing a batch with the hash and the randomness of the server. */
import { hash, randomBytes } from 'node:crypto';
import { sealWritten, written, type Draft, type HashText, type Head } from '../assessment/journal.ts';
import type { Sealed, Written } from '../assessment/journal.ts';

export const serverHash: HashText = (text) => hash('sha256', text, 'hex');

/** @throws TypeError where a draft has no JSON form. */
export const sealAll = (drafts: readonly Draft[], behind: Head): Sealed[] =>
  sealAllWritten(drafts.map(written), behind);

export function sealAllWritten(all: readonly Written[], behind: Head): Sealed[] {
  let { length, head } = behind;
  return all.map((one) => {
    const salt = one.private === undefined ? '' : randomBytes(16).toString('hex');
    const sealed = sealWritten(one, length + 1, head, salt, serverHash);
    length = sealed.n;
    head = sealed.hash;
    return sealed;
  });
}
