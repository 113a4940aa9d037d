import { Draft } from '../draft.svelte.ts';
import type { Seat } from '../seat.svelte.ts';

/** The draft of this pass for a unit: as it was kept, else what was submitted last, else empty. */
export function openDraft(seat: Seat, unit: string): Draft {
  const start = seat.open(unit)?.body.scores ?? seat.counted(unit)?.scores ?? null;
  return new Draft(`${seat.code}.${seat.pass?.id ?? ''}.${unit}`, () => seat.live.slices.sheet, start);
}
