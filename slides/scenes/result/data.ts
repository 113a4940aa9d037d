import type { OutcomeView, Slices, StandingsView } from '$assessment/view.ts';
import { nextUnit, wallOf, type UnitOnWall } from '../../unit.ts';

type Row = StandingsView['rows'][number];
type UnitOutcome = OutcomeView['units'][number];

export interface ResultData {
  unit: UnitOnWall;
  row: Row;
  /** How it came about; null until that has come. */
  outcome: UnitOutcome | null;
  /** Full marks in hundredths: of the sheet, and what an examiner can give. */
  full: number;
  examinersFull: number;
  trim: OutcomeView['trim'];
  /** S7, B8: how the crowd's votes count: not at all, in full, or not because they are too few. */
  crowd: 'shown' | 'counted' | 'too-few';
  crowdMinimum: number;
  /** How many units are public so far, this one included. */
  published: number;
  final: boolean;
  grades: { id: string; name: string }[];
  next: string | null;
  /** Walls that have no room for both turn between the score (even) and how it was counted (odd). */
  turn: number;
}

/** How long the score stays before the wall shows how it was counted, and the other way round. */
export const RESULT_PAGE_MS = 15_000;

function partsFull(row: Row): number {
  return row.parts.reduce((sum, part) => sum + part.full, 0);
}

export function resultOf(
  row: Row,
  standings: StandingsView,
  slices: Partial<Slices>,
  now: number,
): ResultData {
  const agenda = slices.agenda ?? [];
  const { outcome } = slices;
  const own = outcome?.units.find((one) => one.unit === row.unit) ?? null;
  const since = standings.last?.unit === row.unit ? standings.last.at : 0;
  return {
    unit: wallOf(agenda, row.unit),
    row,
    outcome: own,
    full: outcome?.full ?? partsFull(row),
    examinersFull: outcome?.examiners ?? partsFull(row),
    trim: outcome?.trim ?? null,
    crowd: outcome?.crowd ? (row.crowd === null ? 'too-few' : 'counted') : 'shown',
    crowdMinimum: outcome?.crowd?.minimum ?? 0,
    published: standings.rows.length,
    final: standings.final,
    grades: slices.crowd?.grades ?? [],
    next: nextUnit(agenda)?.name ?? null,
    turn: own === null ? 0 : Math.max(0, Math.floor((now - since) / RESULT_PAGE_MS)),
  };
}
