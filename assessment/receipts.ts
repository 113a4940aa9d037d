/** B6 · Receipts: eight characters of Crockford's base32, read as old hands type them. */

const RECEIPT = /^[0-9A-HJKMNP-TV-Z]{8}$/;

/**
 * The receipt that somebody typed: small letters, spaces, dashes and full-width characters do not matter, O is read
 * as 0, I and L as 1 (Crockford). Null where it cannot be one.
 */
export function readReceipt(typed: string): string | null {
  // Longer than any spelling of eight characters: nothing to look at.
  if (typed.length > 64) return null;
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s·_.-]|\p{Pd}/gu, '');
  const receipt = plain.replace(/O/g, '0').replace(/[IL]/g, '1');
  return RECEIPT.test(receipt) ? receipt : null;
}

/** In two groups of four, as it is read aloud. */
export const spacedReceipt = (receipt: string): string => `${receipt.slice(0, 4)} ${receipt.slice(4)}`;
