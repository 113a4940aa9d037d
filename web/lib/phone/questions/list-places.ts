interface Listed {
  id: string;
  support: number;
}

/** The order of a list under a finger: by support when it is first seen; later comers at the end, nobody moves. */
export class Places {
  #of = '';
  #order = new Map<string, number>();

  /** @param of what the list is about: another one begins anew */
  put<Q extends Listed>(questions: readonly Q[], of: string): Q[] {
    if (of !== this.#of) this.#order = new Map();
    this.#of = of;
    const strangers = questions
      .filter(({ id }) => !this.#order.has(id))
      .sort((a, b) => b.support - a.support);
    for (const { id } of strangers) this.#order.set(id, this.#order.size);
    return [...questions].sort((a, b) => (this.#order.get(a.id) ?? 0) - (this.#order.get(b.id) ?? 0));
  }
}
