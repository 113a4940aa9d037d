/** What was given to the page last. The moment that something new comes, nothing of the old is left to be seen. */
import { bundleFileSteps, MAX_BUNDLE_MEGABYTES } from '$assessment/bundle-file.ts';
import type { BundleFile, ReadingStage } from '$assessment/bundle-file.ts';
import { Recounted } from './recounted.ts';

export type Given =
  | { kind: 'nothing' }
  | { kind: 'busy'; name: string; stage: ReadingStage }
  | { kind: 'unreadable'; name: string }
  | { kind: 'wrong'; name: string; file: Exclude<BundleFile, { bundle: unknown }> }
  | { kind: 'counted'; name: string; recounted: Recounted };

/** Until what was written stands on the screen; a page in the background draws nothing. */
const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 200);
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });

export class Reader {
  given = $state.raw<Given>({ kind: 'nothing' });
  #asked = 0;

  async file(file: File): Promise<void> {
    const asked = this.#begins(file.name);
    if (file.size > MAX_BUNDLE_MEGABYTES * 1024 * 1024)
      return this.#ends(asked, { kind: 'wrong', name: file.name, file: { wrong: 'too-large' } });
    const bytes = await file.arrayBuffer().catch(() => null);
    if (bytes === null) return this.#ends(asked, { kind: 'unreadable', name: file.name });
    await this.#reads(asked, file.name, new Uint8Array(bytes));
  }

  async text(text: string, name: string): Promise<void> {
    await this.#reads(this.#begins(name), name, new TextEncoder().encode(text));
  }

  clear(): void {
    this.#asked += 1;
    this.given = { kind: 'nothing' };
  }

  #begins(name: string): number {
    this.#asked += 1;
    this.given = { kind: 'busy', name, stage: 'reading' };
    return this.#asked;
  }

  #ends(asked: number, given: Given): void {
    if (asked === this.#asked) this.given = given;
  }

  /** Says before each step what it is, and lets the browser draw it. */
  async #reads(asked: number, name: string, bytes: Uint8Array): Promise<void> {
    const steps = bundleFileSteps(bytes);
    for (;;) {
      const step = steps.next();
      if (step.done) {
        const file = step.value;
        if (!('bundle' in file)) return this.#ends(asked, { kind: 'wrong', name, file });
        const recounted = new Recounted(file.bundle, file.differences, bytes);
        return this.#ends(asked, { kind: 'counted', name, recounted });
      }
      if (asked !== this.#asked) return;
      this.#ends(asked, { kind: 'busy', name, stage: step.value });
      await drawn();
    }
  }
}
