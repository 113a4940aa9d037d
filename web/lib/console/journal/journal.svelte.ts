/** The journal as it is read: pages from the newest back, filtered by the hub. */
import type { JournalKind } from '$assessment/journal-told.ts';
import type { Head } from '$assessment/journal.ts';
import type { JournalLine } from '$assessment/view-journal.ts';
import { api, problemOf, type Problem } from '../api.ts';

export interface Filter {
  kind: JournalKind | '';
  unit: string;
  person: string;
  text: string;
}

export const NO_FILTER: Filter = { kind: '', unit: '', person: '', text: '' };

export class Journal {
  head = $state.raw<Head | null>(null);
  rehearsal = $state.raw<Head | null>(null);
  lines = $state.raw<JournalLine[]>([]);
  /** Where to go on; null where the beginning was reached. */
  next = $state.raw<number | null>(null);
  busy = $state(false);
  problem = $state.raw<Problem | null>(null);
  readonly #code: string;
  #filter: Filter = NO_FILTER;
  /** Answers to an older question are thrown away. */
  #asked = 0;

  constructor(code: string) {
    this.#code = code;
  }

  /** From the newest entry again. */
  show(filter: Filter): Promise<void> {
    this.#filter = { ...filter };
    return this.#ask(null);
  }

  again(): Promise<void> {
    return this.#ask(null);
  }

  more(): Promise<void> {
    return this.next === null || this.busy ? Promise.resolve() : this.#ask(this.next);
  }

  async #ask(before: number | null): Promise<void> {
    const asked = (this.#asked += 1);
    this.busy = true;
    const given = Object.entries(this.#filter).filter(([, value]) => value.trim() !== '');
    const from: Record<string, string> = before === null ? {} : { before: String(before) };
    try {
      const page = await api.journal(this.#code, { ...Object.fromEntries(given), ...from, limit: '50' });
      if (asked !== this.#asked) return;
      this.head = page.head;
      this.rehearsal = page.rehearsal;
      this.lines = before === null ? page.lines : [...this.lines, ...page.lines];
      this.next = page.next;
      this.problem = null;
    } catch (error) {
      if (asked === this.#asked) this.problem = problemOf(error);
    } finally {
      if (asked === this.#asked) this.busy = false;
    }
  }
}
