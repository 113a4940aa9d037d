/** A meeting's code, typed in before what cannot be undone, so that no slip of the hand does it. */
export class CodeEntry {
  typed = $state('');
  /** True once it was to be done: from here on another code is said to be wrong. */
  tried = $state(false);
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }

  get differs(): boolean {
    return this.typed.normalize('NFKC').trim() !== this.code;
  }

  get wrong(): boolean {
    return this.tried && this.differs;
  }
}
