/** 评分票: every ballot by its receipt, without a name (B6). */
import { pointsOf } from '../../assessment/bundle.ts';
import type { Bundle } from '../../assessment/bundle.ts';
import { formatPoints } from '../../assessment/decimal.ts';
import { examinerCriteria } from '../../assessment/sheet.ts';
import { figure, type Cell, type Column, type Source, type Table } from './table.ts';

/** How many columns stand before the criteria. */
const CRITERIA = 3;

function columnsOf({ scoring, text }: Source): Column[] {
  const { columns } = text.ballots;
  const criteria = examinerCriteria(scoring);
  return [
    { head: columns.receipt, width: 13, kind: 'text' },
    { head: columns.unit, width: 30, kind: 'text' },
    { head: columns.category, width: 18, kind: 'text' },
    ...criteria.map(({ name, full }): Column => {
      return { head: text.criteria.columns.criterion(name, formatPoints(full)), width: 12, kind: 'points' };
    }),
    { head: columns.total, width: 10, kind: 'points', sums: [CRITERIA, CRITERIA + criteria.length - 1] },
    { head: columns.status, width: 10, kind: 'text' },
    { head: columns.assisted, width: 10, kind: 'text' },
    { head: columns.amended, width: 10, kind: 'text' },
  ];
}

function rowOf(source: Source, ballot: Bundle['ballots'][number]): Cell[] {
  const { scoring, text } = source;
  const values = examinerCriteria(scoring).map(({ id }) => {
    const value = Object.prototype.hasOwnProperty.call(ballot.scores, id) ? ballot.scores[id] : undefined;
    return value === undefined ? null : pointsOf(value);
  });
  return [
    ballot.receipt,
    source.unitName(ballot.unit),
    scoring.categories.find(({ id }) => id === ballot.category)?.name ?? ballot.category,
    ...values.map(figure),
    figure(values.reduce<number>((sum, value) => sum + (value ?? 0), 0)),
    text.ballots.states[ballot.status],
    ballot.assisted ? text.yes : '',
    ballot.amended ? text.yes : '',
  ];
}

export const ballotsTable = (source: Source): Table => ({
  name: source.text.sheets.ballots,
  columns: columnsOf(source),
  rows: source.bundle.ballots.map((ballot) => rowOf(source, ballot)),
  notes: [source.text.ballots.order, source.text.ballots.inside],
});
