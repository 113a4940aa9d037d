/** A no over the wire. */
import type { Code, Refused } from './protocol-names.ts';

/** @param retry whether the same may be sent again as it is */
export const refusal = (code: Code, retry = false, detail: Refused['detail'] = {}): Refused => ({
  ok: false,
  code,
  detail,
  retry,
});
