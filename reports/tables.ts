/** The tables of an export, in the order of the sheets. */
import { ballotsTable } from './tables/ballots.ts';
import { attendanceTable } from './tables/attendance.ts';
import { correctionsTable } from './tables/corrections.ts';
import { criteriaTable } from './tables/criteria.ts';
import { drawsTable } from './tables/draws.ts';
import { rankingTable } from './tables/ranking.ts';
import { rulesTable } from './tables/rules.ts';
import type { Source, Table } from './tables/table.ts';

export const tablesOf = (source: Source): Table[] =>
  [rankingTable, criteriaTable, ballotsTable, attendanceTable, correctionsTable, rulesTable, drawsTable].map(
    (make) => make(source),
  );
