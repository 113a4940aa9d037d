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

/** The category of an examiner, the unit of a member, what it is of anything else. */
export function titleOf(slices: Partial<Slices>, { kind, category, unit }: PassView): string {
  const name =
    kind === 'examiner'
      ? slices.sheet?.categories.find((one) => one.id === category)?.name
      : slices.agenda?.find((one) => one.unit === unit)?.name;
  return name ?? common().kinds[kind];
}

/** `党员代表 08`: what stands on the paper, never a name. */
export const labelOf = (slices: Partial<Slices>, pass: PassView): string =>
  `${titleOf(slices, pass)} ${pass.number}`;
