/** Work for many at once, done a portion a turn of the loop: whoever matters more is served in between. */
export class Portions<T> {
  readonly #waiting = new Set<T>();
  readonly #size: number;
  readonly #serve: (some: T[]) => void;
  #next: NodeJS.Immediate | null = null;

  constructor(size: number, serve: (some: T[]) => void) {
    this.#size = size;
    this.#serve = serve;
  }

  get size(): number {
    return this.#waiting.size;
  }

  /** What is put twice before its turn is done once. */
  put(one: T): void {
    this.#waiting.add(one);
  }

  drop(one: T): void {
    this.#waiting.delete(one);
  }

  start(): void {
    if (this.#waiting.size > 0) this.#next ??= setImmediate(() => this.#portion());
  }

  /** Does everything that waits now, at once. */
  finish(): void {
    this.stop();
    const all = [...this.#waiting];
    this.#waiting.clear();
    if (all.length > 0) this.#serve(all);
  }

  stop(): void {
    if (this.#next) clearImmediate(this.#next);
    this.#next = null;
  }

  #portion(): void {
    this.#next = null;
    const some: T[] = [];
    for (const one of this.#waiting) {
      if (some.length === this.#size) break;
      some.push(one);
    }
    for (const one of some) this.#waiting.delete(one);
    this.#serve(some);
    this.start();
  }
}
