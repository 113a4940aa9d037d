/** How a page that is not SvelteKit's is built: on its own, into the same folder, for the same old browsers. */
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);

export const ownPage = {
  // What these bundles hold of it is in Chromium 92 and Safari 15 (`tests/web/old-browsers.test.ts`); named by
  // version, the compiler would spell every private field out.
  target: 'es2022',
  modulePreload: { polyfill: false },
  cssTarget: ['chrome92', 'safari15'],
  sourcemap: false,
  outDir: fileURLToPath(new URL(process.env.WEB_OUT ?? 'build/web', root)),
  emptyOutDir: false,
};
