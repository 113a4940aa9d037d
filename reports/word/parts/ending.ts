/** What was corrected, how the report is checked, and who signs it. */
import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { correctionsTable } from '../../tables/corrections.ts';
import { gap, heading1, prose, runs } from '../prose.ts';
import type { WordSource } from '../source.ts';
import { FONTS, SIZES, TEXT_WIDTH } from '../style.ts';
import { wordTable, type WordColumn } from '../table.ts';

/** S9, B4, I7: parts of the width by column: kind, unit, points, receipt, reason, and the two who answer for it. */
const PARTS = [17, 18, 9, 19, 21, 15, 15];

export function correctionsPart(source: WordSource, at: number): (Paragraph | Table)[] {
  const { words } = source;
  const { columns, rows } = correctionsTable(source);
  const heading = heading1(words.heading1(at, words.headings.corrections), { pageBreakBefore: true });
  if (rows.length === 0) return [heading, prose(words.corrections.none)];
  const shown = columns.map(({ head, kind }, index): WordColumn => {
    const align = kind === 'long' || index === 1 ? 'left' : 'middle';
    return { head, part: PARTS[index] ?? 12, align };
  });
  return [
    heading,
    prose(words.corrections.intro),
    wordTable(
      shown,
      rows.map((row) => row.map((cell) => cell ?? '')),
      true,
    ),
    gap(),
  ];
}

/** J4: the head of the journal on one line, so that it can be compared sign by sign. */
export function checkPart({ bundle, words }: WordSource, at: number): Paragraph[] {
  const { length, head } = bundle.journal;
  const mono = runs(head, { font: FONTS.mono, size: SIZES.five });
  return [
    heading1(words.heading1(at, words.headings.check)),
    prose(words.check.journal(length), { keepNext: true }),
    new Paragraph({ children: mono }),
    prose(words.check.recount, { keepNext: true }),
  ];
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const RULE = { style: BorderStyle.SINGLE, size: 6, color: '000000' };

function signCell(text: string, width: number, ruled: boolean): TableCell {
  return new TableCell({
    children: [new Paragraph({ keepNext: true, children: runs(text) })],
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.BOTTOM,
    borders: { top: NONE, left: NONE, right: NONE, bottom: ruled ? RULE : NONE },
  });
}

/** A line by hand for the host, for each scrutineer that the meeting names, and for the teller; never torn apart. */
export function signaturePart({ about, words }: WordSource): (Paragraph | Table)[] {
  const { host, scrutineer, teller, date } = words.signatures;
  const scrutineers = about.scrutineers.map(() => scrutineer);
  const lines = [host, ...(scrutineers.length > 0 ? scrutineers : [scrutineer]), teller];
  const widths = [1900, 3400, 400, TEXT_WIDTH - 5700];
  const rows = lines.map(
    (who) =>
      new TableRow({
        cantSplit: true,
        height: { value: 900, rule: 'atLeast' },
        children: [`${who}${words.colon}`, '', '', date].map((text, at) =>
          signCell(text, widths[at] ?? 0, at === 1),
        ),
      }),
  );
  return [
    new Paragraph({ keepNext: true, children: [] }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      borders: {
        top: NONE,
        bottom: NONE,
        left: NONE,
        right: NONE,
        insideHorizontal: NONE,
        insideVertical: NONE,
      },
      rows,
    }),
  ];
}
