/** A page of a PDF on a phone as a picture. Fetched when a member opens one; nothing of the file leaves the phone but the page. */
import { Pdf as Reader, PdfError, type PdfProblem as Problem } from '$slides/deck/pdf.ts';
import { shrunk, type Prepared } from './shrink.ts';

export type PdfProblem = Problem | 'too-big';

const MOST_FILE = 20 * 1024 * 1024;
/** Long edge of a page as it is drawn, in pixels: what `shrunk` begins with. */
const EDGE = 1600;

export class Pdf {
  readonly #reader: Reader;

  private constructor(reader: Reader) {
    this.#reader = reader;
  }

  get pages(): number {
    return this.#reader.pages;
  }

  /** @throws PdfError, or what has the code `too-big` */
  static async open(file: File): Promise<Pdf> {
    if (file.size > MOST_FILE) throw Object.assign(new Error('too-big'), { code: 'too-big' as const });
    return new Pdf(await Reader.open(new Uint8Array(await new Response(file).arrayBuffer())));
  }

  /** A page as a picture, from 1. @throws PdfError `broken` */
  async page(number: number): Promise<Prepared> {
    const canvas = await this.#reader.draw(number, { width: EDGE, height: EDGE });
    try {
      return shrunk(canvas, canvas.width, canvas.height);
    } catch {
      throw new PdfError('broken');
    }
  }

  close(): void {
    this.#reader.close();
  }
}
