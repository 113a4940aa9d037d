/** That something has changed, for whoever read it in an effect. */
export class News {
  #count = $state.raw(0);

  read(): void {
    void this.#count;
  }

  tell(): void {
    this.#count += 1;
  }
}
