/** 结果: the ranking table, its cells those of every other export (X2), and under it why a unit has no place (K2). */
import type { Paragraph, Table } from 'docx';
import { rankingTable } from '../../tables/ranking.ts';
import { widthOf } from '../../row-heights.ts';
import type { Column } from '../../tables/table.ts';
import { gap, heading1, prose, together } from '../prose.ts';
import type { WordSource } from '../source.ts';
import { wordTable, type WordColumn } from '../table.ts';

/** The unit's column is the widest; of the others those with long heads. */
const columnOf = ({ head, kind }: Column, at: number): WordColumn => ({
  head,
  part: at === 1 ? 27 : Math.max(at === 0 ? 8 : 10, widthOf(head) * 1.5 + 3),
  align: at === 1 ? 'left' : 'middle',
  ...(kind === 'score' ? { kind } : {}),
});

export function rankingPart(source: WordSource, at: number): (Paragraph | Table)[] {
  const { ranked, words } = source;
  const { columns, rows, notes } = rankingTable(source);
  const valid = ranked.filter(({ rank }) => rank !== null).length;
  const told = rows.flatMap((row): [string, string][] => {
    const [unit, note] = [row[1], row[row.length - 1]];
    return note ? [[String(unit), String(note)]] : [];
  });
  const said = together(told, words.and, true).map(([units, note]) => words.ranking.note(units, note));
  return [
    heading1(words.heading1(at, words.headings.ranking)),
    prose(words.ranking.summary(ranked.length, valid), { keepNext: true }),
    wordTable(
      columns.slice(0, -1).map(columnOf),
      rows.map((row) => row.slice(0, -1)),
    ),
    gap(),
    ...[...said, ...notes].map((note) => prose(words.tight(note))),
  ];
}
