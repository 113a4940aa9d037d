/** The meeting whose wall this browser was: `/screen` alone leads back to it, so that its code is typed once. */
import { keep, recall } from '../live/keep.ts';

const KEY = 'dkc.screen.code';

export const keepCode = (code: string): boolean => keep(KEY, code);

export function lastCode(): string | null {
  const kept = recall(KEY);
  return kept !== null && /^\d{6}$/.test(kept) ? kept : null;
}
