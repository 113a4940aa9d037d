/** One import under way: the file, how it is read, and what the organizer said about it. Nothing is written here. */
import type { Field, Kind } from './columns.ts';
import type { Spelling } from './entry.ts';
import { ImportFailure } from './failure.ts';
import { findList, layoutAt, layoutOf, type Layout } from './find.ts';
import { planFor, type Meeting, type Planned } from './lists.ts';
import { choiceKey, type Choices } from './match.ts';
import type { Mode } from './plan.ts';
import { read, readFile } from './reading.ts';
import type { Table } from './table.ts';

export class Import {
  readonly kind: Kind;
  /** What the file is called. */
  name = $state('');
  reading = $state(false);
  failure = $state.raw<ImportFailure | null>(null);
  tables = $state.raw<Table[]>([]);
  layout = $state.raw<Layout | null>(null);
  mode = $state<Mode>('update');
  choices = $state.raw<Choices>({});
  /** Values for every row, where the file has no such column. */
  fixed = $state.raw<Partial<Record<Field, string>>>({});
  /** The file that is being read; an earlier one that comes late is dropped. */
  #latest = 0;

  constructor(kind: Kind) {
    this.kind = kind;
  }

  takeFile(file: File): Promise<void> {
    return this.#take(file.name, () => readFile(file));
  }

  takeText(text: string, name: string): Promise<void> {
    return this.#take(name, () => read({ name, text }));
  }

  async #take(name: string, reading: () => Promise<Table[]>): Promise<void> {
    this.clear();
    this.#latest += 1;
    const mine = this.#latest;
    this.name = name;
    this.reading = true;
    try {
      const tables = await reading();
      if (mine !== this.#latest) return;
      this.tables = tables;
      this.layout = findList(tables, this.kind);
    } catch (error) {
      if (mine !== this.#latest) return;
      this.failure = error instanceof ImportFailure ? error : new ImportFailure('broken');
    }
    this.reading = false;
  }

  clear(): void {
    this.#latest += 1;
    this.reading = false;
    this.failure = null;
    this.tables = [];
    this.layout = null;
    this.choices = {};
    this.fixed = {};
    this.mode = 'update';
  }

  get table(): Table | null {
    return (this.layout && this.tables[this.layout.sheet]) ?? null;
  }

  /** The headings above the list; empty where there are none. */
  get headings(): readonly string[] {
    const { table, layout } = this;
    return (layout && layout.header >= 0 && table?.rows[layout.header]) || [];
  }

  toSheet(sheet: number): void {
    this.layout = layoutOf(this.tables, sheet, this.kind);
  }

  toHeader(header: number): void {
    if (this.layout) this.layout = layoutAt(this.tables, this.layout.sheet, header, this.kind);
  }

  /** A column of the file is one thing only: whatever it was before, it no longer is. */
  map(field: Field, place: number | null): void {
    if (!this.layout) return;
    const others = Object.entries(this.layout.mapping).map(([one, at]) => [one, at === place ? null : at]);
    this.layout = { ...this.layout, mapping: { ...Object.fromEntries(others), [field]: place } };
  }

  /** What a spelling means; empty takes it back. */
  choose({ field, text }: Spelling, id: string): void {
    const { [choiceKey(field, text)]: _old, ...others } = this.choices;
    this.choices = id === '' ? others : { ...others, [choiceKey(field, text)]: id };
  }

  fix(field: Field, value: string): void {
    this.fixed = { ...this.fixed, [field]: value };
  }

  plan(meeting: Meeting): Planned | null {
    const { table, layout, mode, choices, fixed } = this;
    return table && layout ? planFor(this.kind, meeting, { table, layout, mode, choices, fixed }) : null;
  }
}
