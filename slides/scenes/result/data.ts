import type { Slices, StandingsView } from '$assessment/view.ts';
import { nextUnit, wallOf, type UnitOnWall } from '../../unit.ts';

type Row = StandingsView['rows'][number];

export interface ResultData {
  unit: UnitOnWall;
  row: Row;
  /** The full marks that an examiner can give: what a category's mean is out of. */
  examinersFull: number;
  /** How many units are public so far, this one included. */
  published: number;
  final: boolean;
  grades: { id: string; name: string }[];
  next: string | null;
}

/** Without the sheet every part is taken for the examiners': right wherever the crowd's voices do not count. */
function examinersFull(row: Row, sheet: Slices['sheet'] | undefined): number {
  const byCrowd = new Set(sheet?.sheet.filter((one) => one.by === 'crowd').map((one) => one.id));
  return row.parts.reduce((sum, part) => sum + (byCrowd.has(part.id) ? 0 : part.full), 0);
}

export function resultOf(row: Row, standings: StandingsView, slices: Partial<Slices>): ResultData {
  const agenda = slices.agenda ?? [];
  return {
    unit: wallOf(agenda, row.unit),
    row,
    examinersFull: examinersFull(row, slices.sheet),
    published: standings.rows.length,
    final: standings.final,
    grades: slices.crowd?.grades ?? [],
    next: nextUnit(agenda)?.name ?? null,
  };
}
