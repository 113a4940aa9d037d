/** A PDF on a phone, page by page as pictures. Fetched when a member opens one; nothing of the file leaves the phone but the page. */
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import Worker from './pdf.worker.ts?worker';
import { shrunk, type Prepared } from './shrink.ts';

export type PdfProblem = 'too-big' | 'not-pdf' | 'locked' | 'broken' | 'old';

export class PdfError extends Error {
  readonly code: PdfProblem;
  constructor(code: PdfProblem) {
    super(code);
    this.code = code;
  }
}

const MOST_FILE = 20 * 1024 * 1024;
/** Long edge of a page as it is drawn, in pixels: what `shrunk` begins with. */
const EDGE = 1600;

/** Chinese documents often leave their letters to the reader and name them by these tables. */
const TABLES: Record<string, string> = import.meta.glob(
  '/node_modules/pdfjs-dist/cmaps/{Adobe-GB1-UCS2,GB*,UniGB*}.bcmap',
  { query: '?url&no-inline', import: 'default', eager: true, exhaustive: true },
);

class Tables {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const url = TABLES[`/node_modules/pdfjs-dist/cmaps/${filename}`];
    if (url === undefined) throw new Error(filename);
    return new Uint8Array(await (await fetch(url)).arrayBuffer());
  }
}

async function begins(file: File): Promise<string> {
  // A few bytes may stand before it.
  return new TextDecoder('latin1').decode(await new Response(file.slice(0, 1024)).arrayBuffer());
}

export class Pdf {
  readonly pages: number;
  readonly #document: PDFDocumentProxy;
  readonly #worker: InstanceType<typeof Worker>;

  private constructor(document: PDFDocumentProxy, worker: InstanceType<typeof Worker>) {
    this.#document = document;
    this.#worker = worker;
    this.pages = document.numPages;
  }

  /** @throws PdfError */
  static async open(file: File): Promise<Pdf> {
    if (file.size > MOST_FILE) throw new PdfError('too-big');
    if (!(await begins(file)).includes('%PDF-')) throw new PdfError('not-pdf');
    const data = new Uint8Array(await new Response(file).arrayBuffer());
    const worker = startWorker();
    try {
      GlobalWorkerOptions.workerPort = worker;
      const reading = getDocument({
        data,
        useSystemFonts: true,
        useWorkerFetch: false,
        useWasm: false,
        isEvalSupported: false,
        cMapUrl: '/', // the tables come by their names
        BinaryDataFactory: Tables,
      });
      // A worker that this browser cannot read never answers.
      const dead = new Promise<never>((_, reject) => (worker.onerror = () => reject(new PdfError('old'))));
      return new Pdf(await Promise.race([reading.promise, dead]), worker);
    } catch (error) {
      worker.terminate();
      if (error instanceof PdfError) throw error;
      throw new PdfError((error as Error).name === 'PasswordException' ? 'locked' : 'broken');
    }
  }

  /** A page as a picture, from 1. @throws PdfError `broken` */
  async page(number: number): Promise<Prepared> {
    try {
      const page = await this.#document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: EDGE / Math.max(width, height) });
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(viewport.width));
      canvas.height = Math.max(1, Math.round(viewport.height));
      await page.render({ canvas, viewport, background: '#fff' }).promise;
      page.cleanup();
      return shrunk(canvas, canvas.width, canvas.height);
    } catch {
      throw new PdfError('broken');
    }
  }

  close(): void {
    void this.#document.loadingTask.destroy().finally(() => this.#worker.terminate());
  }
}

/** @throws PdfError `old` where the browser has no workers */
function startWorker(): InstanceType<typeof Worker> {
  try {
    return new Worker();
  } catch {
    throw new PdfError('old');
  }
}
