/**
 * I2 · What makes this browser one device of a meeting. A pass lives in the session, and so does a crowd's voice (I6).
 * `seat` keeps a screen in the same browser apart from the phone page beside it.
 */
import { drop, isKept, keep, recall } from './keep.ts';
import { newSecret } from './secret.ts';

const keyOf = (code: string, seat: string): string => `dkc.session.${code}${seat === '' ? '' : `.${seat}`}`;

/** The secret of this browser's session, made on first use. */
export function sessionSecret(code: string, seat = ''): string {
  const known = recall(keyOf(code, seat));
  if (known !== null && /^[A-Za-z0-9_-]{22,64}$/.test(known)) return known;
  const made = newSecret();
  keep(keyOf(code, seat), made);
  return made;
}

/** False where this browser keeps nothing: after a reload it is somebody else, and a pass has to be scanned again (I2). */
export function sessionKept(code: string, seat = ''): boolean {
  sessionSecret(code, seat);
  return isKept(keyOf(code, seat));
}

/** The next `sessionSecret` is a new one: what was enrolled here before stays with the old one. */
export const forgetSession = (code: string, seat = ''): void => drop(keyOf(code, seat));
