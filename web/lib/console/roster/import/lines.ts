/** The rows below the headings: which are people or units, and which are only there for whoever reads the sheet. */
import { mappedOf, type Field, type Kind } from './columns.ts';
import type { Layout } from './find.ts';
import { placeOf, type Table } from './table.ts';
import { isDitto, keyOf, tidy } from './tidy.ts';

export type Skip = 'blank' | 'total' | 'note' | 'heading' | 'example' | 'section' | 'duplicate';

export interface Line {
  /** As the spreadsheet numbers it, from 1. */
  row: number;
  /** What stands in the mapped columns, untouched. */
  cells: Partial<Record<Field, string>>;
  skip: Skip | null;
  /** Fields whose text stands further up: a merged cell, “the same as above”, the title of a section. */
  above: Field[];
}

/** The field of a list that its sender writes once for several rows. */
const GROUPED: Partial<Record<Kind, Field>> = { members: 'unit', examiners: 'category' };

/** Whether a text names one of the groups: 党员代表, out of the title 一、党员代表（10人）. */
export type SectionOf = (text: string) => boolean;

const TOTAL = /^(?:合计|小计|总计|共计|总数|人数合计|合计人数|total|subtotal)(?:\d+.*)?$/;
const NOTE =
  /^(?:备注|附注|说明|填表说明|填表人|制表人|制表|审核人|审核|联系人|联系电话|填报单位|填报日期|填表日期|附件|注\d*)[:：]|^[*※]/;
const EXAMPLE = /^[（(【[]?(?:示例|样例|example)/i;
const COUNTED = /^共\d+[人家名位个]/;

/** 一、 (二) 3. in front, （10人） behind. */
const sectionText = (text: string): string =>
  tidy(text)
    .replace(/^[（(]?(?:[一二三四五六七八九十]+|\d+)[)）]?\s*[、.．:：]?\s*/, '')
    .replace(/\s*[（(]?共?\s*\d+\s*[人名位家][)）]?\s*$/, '')
    .replace(/[:：]$/, '');

interface Raw {
  at: number;
  cells: readonly string[];
  /** What stands in the row itself, merged cells from above left out. */
  own: string[];
}

function skipOf({ own }: Raw, mapped: readonly [Field, number][], headings: readonly string[]): Skip | null {
  const texts = own.map(tidy).filter((one) => one !== '');
  const [first = ''] = texts;
  const values = mapped.map(([, place]) => tidy(own[place] ?? ''));
  const names = [first, ...values];
  if (names.some((one) => TOTAL.test(keyOf(one)) || COUNTED.test(keyOf(one)))) return 'total';
  if (values.some((one) => EXAMPLE.test(one))) return 'example';
  if (values.every((one) => one === '')) return texts.length > 0 && NOTE.test(first) ? 'note' : 'blank';
  if (NOTE.test(first)) return 'note';
  const same = mapped.filter(
    ([, place], at) => values[at] !== '' && keyOf(values[at] ?? '') === keyOf(headings[place] ?? ''),
  );
  return headings.length > 0 && same.length >= Math.min(2, mapped.length) ? 'heading' : null;
}

/**
 * Merged cells that a text file lost: each value stands once, above empty cells. A column where values repeat
 * from row to row is not one of these; there an empty cell is a gap.
 */
function looksMerged(rows: readonly Raw[], place: number): boolean {
  const values = rows.map(({ cells }) => keyOf(cells[place] ?? ''));
  const repeats = values.some((one, at) => at > 0 && one !== '' && one === values[at - 1]);
  const gaps = values.filter((one) => one === '').length;
  return !repeats && values[0] !== '' && gaps >= 2 && gaps >= values.length / 3;
}

/** Reads the rows of one list from top to bottom, remembering what stands above. */
class Reader {
  #section = '';
  #last = '';
  readonly #table: Table;
  readonly #layout: Layout;
  readonly #isSection: SectionOf;
  readonly #grouped: Field | undefined;
  readonly #place: number | null;

  constructor(table: Table, layout: Layout, kind: Kind, isSection: SectionOf) {
    this.#table = table;
    this.#layout = layout;
    this.#isSection = isSection;
    this.#grouped = GROUPED[kind];
    this.#place = (this.#grouped && layout.mapping[this.#grouped]) ?? null;
  }

  read(): Line[] {
    const { header, mapping } = this.#layout;
    const mapped = mappedOf(mapping);
    const headings = header < 0 ? [] : (this.#table.rows[header] ?? []);
    const raws = this.#table.rows
      .slice(header + 1)
      .map((cells, index) => this.#raw(cells, header + 1 + index));
    const skips = raws.map((raw) => skipOf(raw, mapped, headings));
    const data = raws.filter((_raw, at) => skips[at] === null);
    const merged = this.#place !== null && looksMerged(data, this.#place);
    return raws.map((raw, at): Line => {
      const cells = Object.fromEntries(mapped.map(([field, place]) => [field, raw.cells[place] ?? '']));
      const line: Line = { row: raw.at + 1, cells, skip: skips[at] ?? null, above: [] };
      return this.#grouped === undefined ? line : this.#group(line, raw, raws[at + 1], this.#grouped, merged);
    });
  }

  #raw(cells: readonly string[], at: number): Raw {
    return {
      at,
      cells,
      own: cells.map((cell, place) => (this.#table.filled.has(placeOf(at, place)) ? '' : cell)),
    };
  }

  #group(line: Line, raw: Raw, next: Raw | undefined, grouped: Field, merged: boolean): Line {
    const title = this.#title(raw, merged ? next : undefined);
    if (title !== null && (line.skip === null || line.skip === 'blank')) {
      this.#section = this.#last = title;
      return { ...line, skip: 'section' };
    }
    if (line.skip !== null) return line;
    const value = tidy(line.cells[grouped] ?? '');
    const above = isDitto(value) || (value === '' && merged) ? this.#last : value === '' ? this.#section : '';
    if (above !== '') return { ...line, cells: { ...line.cells, [grouped]: above }, above: [grouped] };
    this.#last = value;
    const filled = this.#place !== null && this.#table.filled.has(placeOf(raw.at, this.#place));
    return filled ? { ...line, above: [grouped] } : line;
  }

  /** The only text of a row, where it names a group; in the group's own column only where it stands once above empty cells. */
  #title({ own }: Raw, next: Raw | undefined): string | null {
    const places = own.flatMap((text, place) => (tidy(text) === '' ? [] : [place]));
    const [only = 0] = places;
    if (places.length !== 1) return null;
    const title = sectionText(own[only] ?? '');
    if (title === '' || !this.#isSection(title)) return null;
    return only !== this.#place || (next && tidy(next.cells[only] ?? '') === '') ? title : null;
  }
}

export const linesOf = (table: Table, layout: Layout, kind: Kind, isSection: SectionOf): Line[] =>
  new Reader(table, layout, kind, isSection).read();
