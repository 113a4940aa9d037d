/** J4: does the chain hold? */
import type { BreakReason, Head, Journal } from '../assessment/journal.ts';
import { checkSeal, GENESIS } from '../assessment/journal.ts';
import { serverHash } from './sealing.ts';

/** The number that the first broken entry should have, and what is wrong with what stands there. */
export interface Broken {
  broken: number;
  why: BreakReason;
}

/** Walks the whole journal. Missing private parts are no break (J6). */
export function verifyChain(journal: Pick<Journal, 'sealed'>): Head | Broken {
  let at: Head = { length: 0, head: GENESIS };
  for (const sealed of journal.sealed()) {
    const n = at.length + 1;
    const why = checkSeal(sealed, n, at.head, serverHash);
    if (why) return { broken: n, why };
    at = { length: n, head: sealed.hash };
  }
  return at;
}
