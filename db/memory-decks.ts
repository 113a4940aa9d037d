/** Decks that are kept in memory, for tests: the same as `DeckRows`, without a file. */
import type { DeckFile } from '../assessment/decks.ts';
import type { DeckShelf } from './local-journal.ts';

export class MemoryDecks implements DeckShelf {
  readonly #pieces = new Map<string, Map<number, Uint8Array>>();
  readonly #decks = new Map<string, DeckFile>();

  put(upload: string, nth: number, bytes: Uint8Array): void {
    const pieces = this.#pieces.get(upload) ?? new Map<number, Uint8Array>();
    this.#pieces.set(upload, pieces.set(nth, Uint8Array.from(bytes)));
  }

  seal(file: DeckFile): void {
    this.#decks.set(file.hash, { ...file, upload: this.#decks.get(file.hash)?.upload ?? file.upload });
  }

  drop(upload: string): void {
    this.#pieces.delete(upload);
    for (const [hash, one] of this.#decks) if (one.upload === upload) this.#decks.delete(hash);
  }

  find(hash: string): DeckFile | null {
    return this.#decks.get(hash) ?? null;
  }

  piece(hash: string, nth: number): Uint8Array | null {
    return this.#pieces.get(this.#decks.get(hash)?.upload ?? '')?.get(nth) ?? null;
  }

  list() {
    const decks = [...this.#decks.values()];
    const strays = [...this.#pieces.keys()].filter((one) => !decks.some(({ upload }) => upload === one));
    return [...decks, ...strays.map((upload) => ({ upload, hash: null, size: 0, at: 0 }))];
  }

  purge(): void {
    this.#pieces.clear();
    this.#decks.clear();
  }
}
