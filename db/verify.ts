/** J4: does the chain hold? */
import type { BreakReason, Head, Journal, Recorded } from '../assessment/journal.ts';
import { checkSeal, GENESIS, openSeal } from '../assessment/journal.ts';
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

/** What stands in a journal is not what was written: entry `broken` or the one before it was changed (J4). */
export class BrokenChain extends Error {
  override name = 'BrokenChain';
  readonly broken: number;
  readonly why: BreakReason;
  constructor({ broken, why }: Broken) {
    super(`entry ${broken}: ${why}`);
    this.broken = broken;
    this.why = why;
  }
}

/** The entries behind `from` and their hashes, each checked before it is handed on. @throws BrokenChain at the first that does not hold */
export function* readVerified(
  journal: Pick<Journal, 'sealed'>,
  from: Head,
): Generator<{ entry: Recorded; hash: string }> {
  let { length: n, head: previous } = from;
  for (const sealed of journal.sealed(n + 1)) {
    const opened = openSeal(sealed, (n += 1), previous, serverHash);
    if (typeof opened === 'string') throw new BrokenChain({ broken: n, why: opened });
    previous = sealed.hash;
    yield { entry: opened, hash: previous };
  }
}
