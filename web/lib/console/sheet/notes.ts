/** What there is to say of a place on the sheet: what is wrong there, what to look at, and plain facts. */
import { getContext, setContext } from 'svelte';

export interface Note {
  /** Where it belongs: `sheet.0.full`, `quorum`. */
  path: string;
  text: string;
  tone: 'wrong' | 'look' | 'fact';
}

export class Notes {
  readonly #all: () => readonly Note[];
  readonly #prefix: string;

  /** `prefix` keeps the ids of two sheets on one page apart. */
  constructor(all: () => readonly Note[], prefix: string) {
    this.#all = all;
    this.#prefix = prefix;
  }

  at(path: string): Note[] {
    return this.#all().filter((one) => one.path === path);
  }

  /** Of a row and everything in it, by place. */
  under(path: string): [string, Note[]][] {
    const paths = this.#all()
      .map((one) => one.path)
      .filter((one) => one === path || one.startsWith(`${path}.`));
    return [...new Set(paths)].map((one) => [one, this.at(one)]);
  }

  wrong(path: string): boolean {
    return this.at(path).some((one) => one.tone === 'wrong');
  }

  /** The element that says it. */
  idOf(path: string): string {
    return `${this.#prefix}-${path}`;
  }

  /** For a field's `aria-describedby`: undefined where there is nothing to say. */
  describes(path: string): string | undefined {
    return this.at(path).length > 0 ? this.idOf(path) : undefined;
  }
}

const KEY = Symbol('notes');
export const setNotes = (notes: Notes): Notes => setContext(KEY, notes);
export const useNotes = (): Notes => getContext<Notes>(KEY);
