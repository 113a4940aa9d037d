/** 各项得分: by criterion, and by category where no small category would tell who gave what (V4). */
import { formatPoints } from '../../assessment/decimal.ts';
import { showsCategories } from '../../assessment/view-standings.ts';
import { figure, type Cell, type Column, type Source, type Table } from './table.ts';

function columnsOf({ scoring, text }: Source): Column[] {
  const { columns } = text.criteria;
  return [
    { head: columns.unit, width: 30, kind: 'text' },
    ...scoring.sheet.map(({ name, full }): Column => {
      return { head: columns.criterion(name, formatPoints(full)), width: 12, kind: 'score' };
    }),
    ...scoring.categories.map(({ name }): Column => ({ head: columns.mean(name), width: 12, kind: 'score' })),
  ];
}

export function criteriaTable(source: Source): Table {
  const { scoring, ranked, text } = source;
  let hidden = 0;
  const rows = ranked.map(({ unit, score }): Cell[] => {
    const shown = showsCategories(score);
    if (!shown && score.valid) hidden += 1;
    return [
      source.unitName(unit),
      ...scoring.sheet.map(({ id }) => figure(score.parts[id] ?? null)),
      ...score.categories.map(({ mean }) => (shown ? figure(mean) : null)),
    ];
  });
  const notes = [text.criteria.weighted, ...(hidden > 0 ? [text.criteria.small(hidden)] : [])];
  return { name: text.sheets.criteria, columns: columnsOf(source), rows, notes };
}
