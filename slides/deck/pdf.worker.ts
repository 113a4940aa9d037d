// Bundled by Vite, so that it is compiled for the same old web views as everything else.
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
