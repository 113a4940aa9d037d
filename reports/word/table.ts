/** A table as official documents have it: thin black lines, the head repeated on every page, no row torn in two. */
import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Cell } from '../tables/table.ts';
import { runs } from './prose.ts';
import { FONTS, TEXT_WIDTH } from './style.ts';

export interface WordColumn {
  head: string;
  /** Its part of the width; the parts of all columns are put in proportion. */
  part: number;
  /** Figures stand in the middle, words at the left. */
  align: 'middle' | 'left';
  /** `score` shows two decimals. */
  kind?: 'score';
}

/** Between the line of a cell and its text, in twips. */
const AIR = { top: 40, bottom: 40, left: 70, right: 70 };

const shown = (value: Cell, { kind }: WordColumn): string =>
  value === null
    ? '—'
    : typeof value === 'string'
      ? value
      : kind === 'score'
        ? value.toFixed(2)
        : String(value);

function cellOf(text: string, width: number, align: WordColumn['align'], style: string, head: boolean) {
  const children = runs(text, head ? { font: FONTS.black } : {});
  const alignment = align === 'middle' || head ? AlignmentType.CENTER : AlignmentType.LEFT;
  return new TableCell({
    children: [new Paragraph({ style, alignment, children })],
    width: { size: width, type: WidthType.DXA },
    margins: { marginUnitType: WidthType.DXA, ...AIR },
    verticalAlign: VerticalAlign.CENTER,
  });
}

/** `wide` for tables of many columns: smaller letters. */
export function wordTable(columns: readonly WordColumn[], rows: readonly Cell[][], wide = false): Table {
  const all = columns.reduce((sum, { part }) => sum + part, 0);
  const widths = columns.map(({ part }) => Math.floor((TEXT_WIDTH * part) / all));
  const style = wide ? 'InWideTable' : 'InTable';
  const row = (texts: string[], head: boolean): TableRow =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: texts.map((text, at) =>
        cellOf(text, widths[at] ?? 0, columns[at]?.align ?? 'left', style, head),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    alignment: AlignmentType.CENTER,
    rows: [
      row(
        columns.map(({ head }) => head),
        true,
      ),
      ...rows.map((cells) =>
        row(
          cells.map((value, at) => shown(value, columns[at] as WordColumn)),
          false,
        ),
      ),
    ],
  });
}
