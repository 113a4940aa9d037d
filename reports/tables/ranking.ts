/** 排名: who came where, and in words why a unit has no place (K). */
import type { Ranked } from '../../assessment/ranking.ts';
import { figure, type Cell, type Column, type Source, type Table } from './table.ts';

const hasCrowd = ({ scoring }: Source): boolean => scoring.crowd !== null;

function columnsOf(source: Source): Column[] {
  const { columns } = source.text.ranking;
  return [
    { head: columns.rank, width: 8, kind: 'count' },
    { head: columns.unit, width: 30, kind: 'text' },
    { head: columns.score, width: 10, kind: 'score' },
    { head: columns.questioning, width: 12, kind: 'score' },
    ...(hasCrowd(source) ? [{ head: columns.crowd, width: 13, kind: 'score' } as const] : []),
    { head: columns.level, width: 10, kind: 'text' },
    { head: columns.deductions, width: 10, kind: 'points' },
    { head: columns.note, width: 44, kind: 'long' },
  ];
}

/** Whether the count of a unit stands; the others have not been on stage yet. */
const isCounted = ({ bundle }: Source, unit: string): boolean =>
  bundle.attendance.some((one) => one.unit === unit);

/** K2: why there is no place; S6: which categories were empty; S7: that the crowd was too small to count. */
function noteOf(source: Source, { unit, score }: Ranked): string {
  const { text, scoring } = source;
  if (!isCounted(source, unit) && score.why !== 'absent') return text.ranking.notYet;
  if (score.why !== null) return text.why[score.why];
  const names = score.empty.map((id) => scoring.categories.find((one) => one.id === id)?.name ?? id);
  const notes = names.length > 0 ? [text.ranking.empty(names, scoring.empty)] : [];
  if (hasCrowd(source) && score.crowd === null) notes.push(text.ranking.crowdLeftOut(score.votes));
  return notes.join(text.joiner);
}

function rowOf(source: Source, ranked: Ranked): Cell[] {
  const { unit, rank, score } = ranked;
  return [
    rank,
    source.unitName(unit),
    figure(score.score),
    figure(score.questioning),
    ...(hasCrowd(source) ? [figure(score.crowd)] : []),
    score.level,
    figure(score.deductions),
    noteOf(source, ranked),
  ];
}

export function rankingTable(source: Source): Table {
  const { ranked, text, about } = source;
  const open = ranked.filter(({ unit, score }) => !isCounted(source, unit) && score.why !== 'absent').length;
  const notes = open > 0 ? [text.ranking.provisional(open)] : [];
  if (about.scrutineers.length > 0) notes.push(text.ranking.scrutineers(about.scrutineers));
  return {
    name: text.sheets.ranking,
    columns: columnsOf(source),
    rows: ranked.map((one) => rowOf(source, one)),
    notes,
  };
}
