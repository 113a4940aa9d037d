/** A unit on stage or just off it, and where it stands in the order of turns. */
import type { AgendaRow, StageView } from '$assessment/view.ts';

export interface UnitOnWall {
  id: string;
  name: string;
  /** From 1; null where the order does not know the unit. */
  place: number | null;
  of: number;
}

export function wallOf(agenda: readonly AgendaRow[], id: string): UnitOnWall {
  const at = agenda.findIndex((row) => row.unit === id);
  return { id, name: agenda[at]?.name ?? id, place: at < 0 ? null : at + 1, of: agenda.length };
}

export const wallOnStage = (unit: NonNullable<StageView['unit']>): UnitOnWall => ({
  id: unit.id,
  name: unit.name,
  place: unit.place,
  of: unit.of,
});

/** The unit that comes up next. */
export const nextUnit = (agenda: readonly AgendaRow[]): AgendaRow | null =>
  agenda.find((row) => row.stage === 'waiting') ?? null;
