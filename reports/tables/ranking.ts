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

const isOpen = (source: Source, { unit, score }: Pick<Ranked, 'unit' | 'score'>): boolean =>
  !isCounted(source, unit) && score.why !== 'absent';

/** Why a unit has no count: its turn is still to come, or the meeting ended before it (K2). */
export const waitsFor = ({ bundle, text }: Pick<Source, 'bundle' | 'text'>): string =>
  bundle.result === undefined ? text.ranking.notYet : text.ranking.notHeld;

/** K2: why there is no place; S6: which categories were empty; S7: that the crowd was too small to count. */
function noteOf(source: Source, { unit, score }: Ranked): string {
  const { text, scoring } = source;
  if (isOpen(source, { unit, score })) return waitsFor(source);
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
  // Once the meeting is closed nothing can move a rank by coming later.
  const open = source.bundle.result === undefined ? ranked.filter((one) => isOpen(source, one)).length : 0;
  const notes = open > 0 ? [text.ranking.provisional(open)] : [];
  if (about.scrutineers.length > 0) notes.push(text.ranking.scrutineers(about.scrutineers));
  return {
    name: text.sheets.ranking,
    columns: columnsOf(source),
    rows: ranked.map((one) => rowOf(source, one)),
    notes,
  };
}
