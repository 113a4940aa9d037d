/**
 * What libraries hold that the oldest web views lack (Chromium 92, Safari 15; issue 4, 6), put in older words at build.
 * Our own code is written without it; `tests/web/old-browsers.test.ts` looks at what was built.
 */
import { transformWithOxc, type Plugin } from 'vite';

/** `@noble/hashes` asks as it is loaded: without this no photo could be taken on such a phone. */
const hashesForOldViews = (): Plugin => ({
  name: 'hashes-for-old-views',
  transform: {
    filter: { id: /\/@noble\/hashes\// },
    handler: (code) => code.replaceAll('Object.hasOwn(', 'Object.prototype.hasOwnProperty.call('),
  },
});

/** The reader of PDF pages brings the names that these views lack, but its classes have static blocks. */
const pdfForOldViews = (): Plugin => ({
  name: 'pdf-for-old-views',
  transform: {
    filter: { id: /\/pdfjs-dist\/.*\.mjs/ },
    handler: (code, id) => transformWithOxc(code, id, { lang: 'js', target: ['chrome92', 'safari15'] }),
  },
});

export const forOldViews = (): Plugin[] => [hashesForOldViews(), pdfForOldViews()];
