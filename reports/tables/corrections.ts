/** 扣分与更正: what came off a score and what was changed behind a lock, with who answers for it (S9, B4, I7). */
import { pointsOf } from '../../assessment/bundle.ts';
import { formatScore } from '../../assessment/decimal.ts';
import { figure, type Cell, type Source, type Table } from './table.ts';

/** B4: where the meeting is not at hand, the bundle still tells which ballots were changed. */
function corrections({ bundle, about, text, unitName }: Source): Cell[][] {
  const told = about.corrections.map((one): Cell[] => [
    text.corrections.kinds[one.kind],
    unitName(one.unit),
    null,
    one.receipt,
    // J6: nobody corrects without a reason, so that one that is missing was purged.
    one.reason || text.corrections.purged,
    one.proposedBy,
    one.confirmedBy,
  ]);
  const known = new Set(about.corrections.map(({ receipt }) => receipt));
  const rest = bundle.ballots.filter(({ amended, receipt }) => amended && !known.has(receipt));
  const bare = rest.map((one): Cell[] => [
    text.corrections.amended,
    unitName(one.unit),
    null,
    one.receipt,
    '',
    '',
    '',
  ]);
  return [...told, ...bare];
}

/** I7: who confirmed instead of whom, and why. */
function swaps({ about, text }: Source): Cell[][] {
  const { swap, swapped } = text.corrections;
  return about.scrutineerChanges.map(({ at, by, from, to, reason }): Cell[] => {
    return [swap, '', null, '', swapped(from, to, reason || text.corrections.purged, new Date(at)), by, ''];
  });
}

/** B4, S9: what an appeal made of a place, in the order in which it was confirmed. */
function appealed({ about, text, unitName }: Source): Cell[][] {
  const { appeal, moved, kinds, deduction } = text.corrections;
  return about.appealed.map(({ unit, kind, at, before, after }): Cell[] => {
    const what = kind === 'deduction' ? deduction : kinds[kind];
    return [appeal, unitName(unit), null, '', moved(at, what, placing(before), placing(after)), '', ''];
  });
}

const placing = ({ rank, score }: { rank: number | null; score: number | null }) => ({
  rank,
  score: score === null ? null : formatScore(score),
});

export function correctionsTable(source: Source): Table {
  const { bundle, text, unitName } = source;
  const { columns, deduction, none } = text.corrections;
  const deductions = bundle.deductions.map(({ unit, points, reason }): Cell[] => [
    deduction,
    unitName(unit),
    figure(pointsOf(points)),
    '',
    reason || text.corrections.purged,
    '',
    '',
  ]);
  const rows = [...deductions, ...corrections(source), ...appealed(source), ...swaps(source)];
  return {
    name: text.sheets.corrections,
    columns: [
      { head: columns.kind, width: 16, kind: 'text' },
      { head: columns.unit, width: 30, kind: 'text' },
      { head: columns.points, width: 10, kind: 'points' },
      { head: columns.receipt, width: 13, kind: 'text' },
      { head: columns.reason, width: 44, kind: 'long' },
      { head: columns.proposedBy, width: 16, kind: 'text' },
      { head: columns.confirmedBy, width: 16, kind: 'text' },
    ],
    rows,
    notes: rows.length === 0 ? [none] : [],
  };
}
