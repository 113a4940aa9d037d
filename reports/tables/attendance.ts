/** 出席: who could have scored, and what came back (B5). */
import type { Source, Table } from './table.ts';

export function attendanceTable({ bundle, scoring, text, unitName }: Source): Table {
  const { columns } = text.attendance;
  const count = (unit: string, status: string): number =>
    bundle.ballots.filter((one) => one.unit === unit && one.status === status).length;
  return {
    name: text.sheets.attendance,
    columns: [
      { head: columns.unit, width: 30, kind: 'text' },
      { head: columns.eligible, width: 12, kind: 'count' },
      { head: columns.returned, width: 12, kind: 'count' },
      { head: columns.counted, width: 12, kind: 'count' },
      { head: columns.void, width: 12, kind: 'count' },
      { head: columns.late, width: 12, kind: 'count' },
    ],
    rows: bundle.attendance.map(({ unit, eligible, returned }) => [
      unitName(unit),
      eligible,
      returned,
      count(unit, 'counted'),
      count(unit, 'void'),
      count(unit, 'late'),
    ]),
    notes: [text.attendance.quorum(`${scoring.quorum.of}/${scoring.quorum.outOf}`)],
  };
}
