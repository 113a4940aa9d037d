/** What the count's page works out by itself, from slices alone. */
import type { AmendmentRow, Bearer, CorrectionRow, CountedUnit } from '$assessment/view-count.ts';
import type { Slices } from '$assessment/view.ts';
import { categoryName } from '../questions/lists.ts';

/** 党员代表 03 张三 */
export const bearerWords = (slices: Partial<Slices>, { category, number, name }: Bearer): string =>
  [categoryName(slices, category), number, name].filter(Boolean).join(' ');

export const pendingOf = ({ count }: Partial<Slices>): AmendmentRow[] =>
  (count?.amendments ?? []).filter((one) => one.state === 'pending');

/** S9: corrections of deductions that nobody has decided. */
export const openCorrections = ({ count }: Partial<Slices>): CorrectionRow[] =>
  (count?.corrections ?? []).filter((one) => one.state === 'pending');

/** B5: the least number of counted ballots that makes a valid result. */
export const quorumOf = ({ of, outOf }: { of: number; outOf: number }, eligible: number): number =>
  Math.ceil((eligible * of) / outOf);

/** The unit that wants somebody: an open amendment first, then a count to confirm, then what is on stage. */
export function firstToLook(slices: Partial<Slices>): string | null {
  const { count, stage } = slices;
  const open = pendingOf(slices)[0] ?? openCorrections(slices)[0];
  if (open) return open.unit;
  // Behind its publication a count waits only where it was amended and somebody must confirm it (B4).
  const waits = (one: CountedUnit) =>
    one.confirmed === null && (!one.public || (count?.scrutineers.length ?? 0) > 0);
  const unconfirmed = count?.units.find(waits)?.unit;
  return unconfirmed ?? stage?.unit?.id ?? count?.units[count.units.length - 1]?.unit ?? null;
}
