/**
 * A PDF, page by page as pictures: on the wall, in the console, on a phone. Fetched when somebody opens one. Nothing in a
 * document runs, links or asks: only its pages are drawn.
 */
import {
  AnnotationMode,
  getDocument,
  PDFWorker,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import Worker from './pdf.worker.ts?worker';
import { Tables } from './tables.ts';

/** `old`: a browser that cannot read pdf.js. */
export type PdfProblem = 'not-pdf' | 'locked' | 'broken' | 'old';

export class PdfError extends Error {
  readonly code: PdfProblem;
  constructor(code: PdfProblem) {
    super(code);
    this.code = code;
  }
}

/** In pixels. */
export interface Box {
  width: number;
  height: number;
}

/** Longest side of a picture in pixels, whatever the wall: more is not seen and takes memory. */
const MOST = 4096;
/** A page that takes longer is as good as broken, in ms. */
const PATIENCE = 30_000;
/** A few bytes may stand before it. */
const HEAD = 1024;

const isPdf = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...Array.from(bytes.subarray(0, HEAD))).includes('%PDF-');

/** @throws PdfError `old` where the browser has no workers */
function startWorker(): InstanceType<typeof Worker> {
  try {
    return new Worker();
  } catch {
    throw new PdfError('old');
  }
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

  /** Takes the bytes over. @throws PdfError */
  static async open(data: Uint8Array): Promise<Pdf> {
    if (!isPdf(data)) throw new PdfError('not-pdf');
    const port = startWorker();
    try {
      // A worker that this browser cannot read never answers.
      const dead = new Promise<never>((_, reject) => (port.onerror = () => reject(new PdfError('old'))));
      const reading = getDocument({
        data,
        worker: new PDFWorker({ port } as never),
        useSystemFonts: true,
        useWorkerFetch: false,
        useWasm: false,
        isEvalSupported: false,
        enableXfa: false,
        // Tables and fonts come by their names.
        cMapUrl: '/',
        standardFontDataUrl: '/',
        BinaryDataFactory: Tables,
        verbosity: 0,
      });
      return new Pdf(await Promise.race([reading.promise, dead]), port);
    } catch (error) {
      port.terminate();
      if (error instanceof PdfError) throw error;
      throw new PdfError((error as Error).name === 'PasswordException' ? 'locked' : 'broken');
    }
  }

  /** A page as large as it fits into the box, from 1. @throws PdfError `broken` */
  async draw(number: number, box: Box): Promise<HTMLCanvasElement> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const page = await this.#document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const scale = Math.min(Math.min(box.width, MOST) / width, Math.min(box.height, MOST) / height);
      const viewport = page.getViewport({ scale });
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(viewport.width));
      canvas.height = Math.max(1, Math.round(viewport.height));
      const task = page.render({
        canvas,
        viewport,
        background: '#fff',
        annotationMode: AnnotationMode.DISABLE,
      });
      timer = setTimeout(() => task.cancel(), PATIENCE);
      await task.promise;
      page.cleanup();
      return canvas;
    } catch {
      throw new PdfError('broken');
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    void this.#document.loadingTask.destroy().finally(() => this.#worker.terminate());
  }
}
