/** J4, J6: sealing a batch with the hash and the randomness of the server. */
import { hash, randomBytes } from 'node:crypto';
import type { Draft, HashText, Head, Sealed } from '../assessment/journal.ts';
import { seal } from '../assessment/journal.ts';

export const serverHash: HashText = (text) => hash('sha256', text, 'hex');

/** @throws TypeError where a draft has no JSON form. */
export function sealAll(drafts: readonly Draft[], behind: Head): Sealed[] {
  let { length, head } = behind;
  return drafts.map((draft) => {
    const salt = draft.private === undefined ? '' : randomBytes(16).toString('hex');
    const sealed = seal(draft, length + 1, head, salt, serverHash);
    length = sealed.n;
    head = sealed.hash;
    return sealed;
  });
}
