import { untrack } from 'svelte';

/** The same text for the same content: a list comes back from the journal with its keys in another order. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/**
 * A list or form that is edited here while the meeting lives elsewhere: follows the server until it is touched,
 * and says so when somebody else saved meanwhile. Nothing that is being typed is ever replaced unasked.
 */
export class Draft<T> {
  value = $state() as T;
  #base = $state.raw('');
  #server = $state.raw('');

  constructor(start: T) {
    this.value = start;
    this.#base = this.#server = textOf(start);
  }

  /** Touched since it was last the same as the server's. */
  get dirty(): boolean {
    return textOf(this.value) !== this.#base;
  }

  /** Somebody else saved while this was being edited. */
  get behind(): boolean {
    return this.dirty && this.#server !== this.#base;
  }

  /** What the server has now, in the shape of this draft. */
  follow(server: T): void {
    untrack(() => {
      const text = textOf(server);
      if (text === this.#server && text === this.#base) return;
      const mine = textOf(this.value);
      this.#server = text;
      if (mine !== this.#base && mine !== text) return;
      this.#base = text;
      if (mine !== text) this.value = JSON.parse(text) as T;
    });
  }

  /** What stands here was accepted; the server's next word may spell it otherwise (trimmed, say). */
  saved(): void {
    this.#base = textOf(this.value);
    if (this.#server !== this.#base) this.#server = this.#base;
  }

  /** Gives up what was typed here. */
  reset(): void {
    this.value = JSON.parse(this.#server) as T;
    this.#base = this.#server;
  }
}
