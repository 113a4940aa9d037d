/** What a pass is called and where its bearer is. */
import type { PassView } from '$assessment/view-people.ts';
import type { Slices } from '$assessment/view.ts';
import { common } from '../words.ts';

export type PassState = 'revoked' | 'out' | 'here' | 'away';

/** I4: never here, here, gone, void. */
export function stateOf({ revoked, checkedIn, checkedOut }: PassView): PassState {
  if (revoked) return 'revoked';
  if (checkedOut) return 'out';
  return checkedIn ? 'here' : 'away';
}

/** `党员代表 08`: what stands on the paper, never a name. */
export function labelOf(slices: Partial<Slices>, { kind, category, unit, number }: PassView): string {
  const name =
    kind === 'examiner'
      ? slices.sheet?.categories.find((one) => one.id === category)?.name
      : slices.agenda?.find((one) => one.unit === unit)?.name;
  return `${name ?? common().kinds[kind]} ${number}`;
}
