/** A private note per unit and pass, on this phone alone: it is in no command and leaves no phone. */
import { drop, keep, recall } from '../../live/keep.ts';
import type { Seat } from '../seat.svelte.ts';

export const LONGEST = 2000;

/** Not on a shared tablet: the next one must not read it. */
export const mayNote = (seat: Seat): boolean => seat.pass?.kind === 'examiner';

const keyOf = (seat: Seat, unit: string): string => `dkc.note.${seat.code}.${seat.pass?.id ?? ''}.${unit}`;

export const noteOf = (seat: Seat, unit: string): string => recall(keyOf(seat, unit)) ?? '';

/** @returns whether it is still there after a reload */
export function takeNote(seat: Seat, unit: string, note: string): boolean {
  if (note.trim() !== '') return keep(keyOf(seat, unit), note);
  drop(keyOf(seat, unit));
  return true;
}
