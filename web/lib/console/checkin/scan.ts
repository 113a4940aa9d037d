/** I1 · What a scanned code says. Reading it burns nothing: only the phone that taps “进入考场” enrols. */

const PASS_LINK = /\/[a-z]+\/(\d{6})#([A-Za-z0-9_-]{22,64})$/;

export type Scanned = { secret: string } | { secret: null; code: string | null };

/** The secret of a pass of this meeting; else the code of the meeting that it belongs to, or null for no pass at all. */
export function readLink(text: string, code: string): Scanned {
  const link = PASS_LINK.exec(text.trim());
  if (!link) return { secret: null, code: null };
  const [, of = '', secret = ''] = link;
  return of === code ? { secret } : { secret: null, code: of };
}

/** A scanner that types, or a link that was pasted, ends up in the search field. */
export const looksLikeLink = (text: string): boolean => /:\/\/|#/.test(text);
