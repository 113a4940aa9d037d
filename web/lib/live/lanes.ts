/** Work that must happen in order within a lane, and beside other lanes. Nothing is done twice at once. */
export class Lanes {
  readonly #ends = new Map<string, Promise<void>>();
  readonly #names = new Set<string>();

  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** Does `work` behind everything that was put into the lane before; not at all where `name` is under way. */
  put(lane: string, name: string, work: () => Promise<void>): void {
    if (this.#names.has(name)) return;
    this.#names.add(name);
    const before = this.#ends.get(lane) ?? Promise.resolve();
    const end = before.then(work).finally(() => this.#names.delete(name));
    this.#ends.set(
      lane,
      end.then(undefined, () => undefined),
    );
  }
}
