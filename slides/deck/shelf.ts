/**
 * The pages that a wall may need in a moment: the one that it shows, and the next one ahead. At most three pictures and
 * two documents are held; a document that cannot be fetched is tried again, one that cannot be drawn is left alone, and
 * the wall shows the plain scene meanwhile (V3).
 */
import { News } from './news.svelte.ts';
import type { Box, Pdf } from './pdf.ts';
import type { DeckPictures } from './pictures.ts';

export interface DeckSource {
  /** The bytes of a file, to keep. Rejects where the line does not bring them now. */
  bytes(file: string): Promise<Uint8Array>;
}

export interface Wanted {
  file: string;
  page: number;
  pages: number;
}

const AGAIN = [1000, 2000, 4000, 8000, 15_000];
/** So large does a page stand, as parts of the wall, before it has said how large. */
const GUESS = { width: 0.74, height: 0.84 };
/** A picture is drawn anew where the box has become larger or smaller by more. */
const CLOSE = 0.01;

interface Drawn {
  canvas: HTMLCanvasElement;
  box: Box;
}

const near = (one: number, other: number): boolean => Math.abs(one - other) <= CLOSE * other + 1;
const alike = (one: Box, other: Box): boolean =>
  near(one.width, other.width) && near(one.height, other.height);

export class DeckShelf implements DeckPictures {
  readonly #source: DeckSource;
  readonly #ratio: () => number;
  #box: Box;
  #wanted: Wanted | null = null;
  #ahead: string | null = null;
  #open: { file: string; pdf: Pdf } | null = null;
  /** Bytes of what comes next. */
  #next: { file: string; bytes: Uint8Array } | null = null;
  readonly #drawn = new Map<number, Drawn>();
  /** Files and pages that no patience mends. */
  readonly #broken = new Set<string>();
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #working = false;
  /** Something else may be missing than what the step under way looked for. */
  #asked = false;
  #closed = false;
  /** Raised with every picture, for whoever reads one. */
  readonly #news = new News();

  /** @param ratio how many device pixels make one of CSS */
  constructor(source: DeckSource, ratio: () => number = () => 1) {
    this.#source = source;
    this.#ratio = ratio;
    this.#box = {
      width: Math.round(innerWidth * GUESS.width),
      height: Math.round(innerHeight * GUESS.height),
    };
  }

  /** @param ahead the file that comes next; it is fetched, and nothing of it drawn */
  want(wanted: Wanted | null, ahead: string | null): void {
    const same = wanted?.file === this.#wanted?.file && wanted?.page === this.#wanted?.page;
    if (same && ahead === this.#ahead) return;
    this.#wanted = wanted;
    this.#ahead = ahead;
    this.#tries = 0;
    this.#go();
  }

  readonly ready = (file: string, page: number): boolean => {
    this.#news.read();
    return this.#open?.file === file && this.#drawn.size > 0 && !this.#broken.has(`${file} ${page}`);
  };

  picture(file: string, page: number): HTMLCanvasElement | null {
    this.#news.read();
    return this.#open?.file === file ? (this.#drawn.get(page)?.canvas ?? null) : null;
  }

  fit(box: Box): void {
    if (box.width < 1 || box.height < 1 || alike(box, this.#box)) return;
    this.#box = { ...box };
    this.#go();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#forget();
  }

  #go(): void {
    clearTimeout(this.#timer);
    this.#asked = true;
    if (!this.#working && !this.#closed) void this.#work();
  }

  async #work(): Promise<void> {
    this.#working = true;
    try {
      do this.#asked = false;
      while (!this.#closed && ((await this.#step()) || this.#asked));
      this.#tries = 0;
    } catch {
      const wait = AGAIN[Math.min(this.#tries, AGAIN.length - 1)];
      this.#tries += 1;
      if (!this.#closed) this.#timer = setTimeout(() => this.#go(), wait);
    } finally {
      this.#working = false;
    }
  }

  /** The next thing that is missing. @returns false where nothing is */
  async #step(): Promise<boolean> {
    const wanted = this.#wanted;
    if (wanted && !this.#broken.has(wanted.file)) {
      if (this.#open?.file !== wanted.file) return this.#opens(wanted.file);
      for (const page of [wanted.page, wanted.page + 1])
        if (page <= this.#open.pdf.pages || page === wanted.page)
          if (await this.#draws(wanted.file, page)) return true;
    }
    return this.#fetchesAhead();
  }

  async #opens(file: string): Promise<boolean> {
    const bytes = this.#next?.file === file ? this.#next.bytes : await this.#source.bytes(file);
    this.#next = null;
    if (this.#wanted?.file !== file) return true;
    this.#forget();
    const { Pdf } = await import('./pdf.ts');
    let pdf: Pdf;
    try {
      pdf = await Pdf.open(bytes);
    } catch {
      this.#broken.add(file);
      return true;
    }
    if (this.#closed || this.#wanted?.file !== file) pdf.close();
    else this.#open = { file, pdf };
    return true;
  }

  /** @returns true where there was something to draw */
  async #draws(file: string, page: number): Promise<boolean> {
    const name = `${file} ${page}`;
    const { width, height } = this.#box;
    const box = { width: width * this.#ratio(), height: height * this.#ratio() };
    const has = this.#drawn.get(page);
    const open = this.#open;
    if (!open || this.#broken.has(name) || (has && alike(has.box, box))) return false;
    try {
      const canvas = await open.pdf.draw(page, box);
      // Another deck may have come meanwhile.
      if (this.#open === open) this.#drawn.set(page, { canvas, box });
    } catch {
      if (this.#open === open) this.#broken.add(name);
    }
    this.#tidy();
    this.#news.tell();
    return true;
  }

  async #fetchesAhead(): Promise<boolean> {
    const file = this.#ahead;
    if (file === null || file === this.#next?.file || file === this.#open?.file || this.#broken.has(file))
      return false;
    const bytes = await this.#source.bytes(file);
    if (this.#ahead === file) this.#next = { file, bytes };
    return true;
  }

  /** Back by one is as near as on by one. */
  #tidy(): void {
    const at = this.#wanted?.page ?? 1;
    for (const page of [...this.#drawn.keys()])
      if (Math.abs(page - at) > 1 && this.#drawn.size > 1) this.#drawn.delete(page);
  }

  #forget(): void {
    this.#open?.pdf.close();
    this.#open = null;
    this.#drawn.clear();
    this.#news.tell();
  }
}
