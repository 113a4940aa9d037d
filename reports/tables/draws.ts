/** 抽签: every draw with what anyone needs to repeat it, the abandoned ones too (L1, L2). */
import type { Bundle } from '../../assessment/bundle.ts';
import type { Cell, Source, Table } from './table.ts';

const isPurpose = <T extends object>(names: T, key: string): key is Extract<keyof T, string> =>
  Object.prototype.hasOwnProperty.call(names, key);

/** One row a place; what belongs to the whole draw stands in its first row. */
function rowsOf({ text, unitName }: Source, draw: Bundle['draws'][number]): Cell[][] {
  const { purposes, abandoned } = text.draws;
  const { purpose = '' } = draw;
  const items: (string | null)[] = draw.drawn.length > 0 ? draw.drawn : [null];
  return items.map((item, at): Cell[] => [
    draw.draw,
    isPurpose(purposes, purpose) ? purposes[purpose] : purpose,
    draw.number,
    item === null ? null : at + 1,
    item === null ? '' : unitName(item),
    draw.abandoned ? abandoned : '',
    at === 0 ? draw.commitment : '',
    at === 0 ? draw.secret : '',
    at === 0 ? draw.items.map(unitName).join(text.joiner) : '',
  ]);
}

export function drawsTable(source: Source): Table {
  const { bundle, text } = source;
  const { columns, none, how } = text.draws;
  return {
    name: text.sheets.draws,
    columns: [
      { head: columns.draw, width: 14, kind: 'text' },
      { head: columns.purpose, width: 12, kind: 'text' },
      { head: columns.number, width: 12, kind: 'count' },
      { head: columns.place, width: 8, kind: 'count' },
      { head: columns.item, width: 24, kind: 'text' },
      { head: columns.note, width: 10, kind: 'text' },
      { head: columns.commitment, width: 34, kind: 'long' },
      { head: columns.secret, width: 34, kind: 'long' },
      { head: columns.items, width: 40, kind: 'long' },
    ],
    rows: bundle.draws.flatMap((draw) => rowsOf(source, draw)),
    notes: [bundle.draws.length === 0 ? none : how],
  };
}
