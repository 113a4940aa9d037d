/** Choosing a photo: made small, kept on this phone, and what went wrong with it. */
import { shelfOf } from '../../live/pictures.ts';
import type { PhotoProblem, Prepared } from './shrink.ts';

export class Choosing {
  /** True while it is made small. */
  under = $state(false);
  problem = $state<PhotoProblem | null>(null);
  /** False where a reload would forget it. */
  durable = $state(true);
  readonly #code: string;

  constructor(code: string) {
    this.#code = code;
  }

  /** The hash of a photo that is now on the shelf; null where it could not be made. */
  file(file: File): Promise<string | null> {
    return this.keep(async () => (await import('./shrink.ts')).preparePhoto(file));
  }

  async keep(make: () => Promise<Prepared>): Promise<string | null> {
    this.under = true;
    this.problem = null;
    try {
      const { hash, url } = await make();
      const shelf = shelfOf(this.#code);
      await shelf.put(hash, url);
      this.durable = shelf.durable;
      return hash;
    } catch (error) {
      this.problem = (error as { code?: PhotoProblem }).code ?? 'broken';
      return null;
    } finally {
      this.under = false;
    }
  }
}
