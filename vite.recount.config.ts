/** The recount page: one file, built after the rest into the same folder (docs/decisions/0019). */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { forOldViews } from './scripts/old-views.ts';
import { oneFile } from './scripts/one-file.ts';
import { ownPage } from './scripts/own-page.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('web/recount'),
  publicDir: false,
  plugins: [
    forOldViews(),
    svelte({ configFile: false, compilerOptions: { runes: true } }),
    oneFile(here('web/recount/recount.html'), 'recount.html'),
  ],
  resolve: { alias: [{ find: '$assessment', replacement: here('assessment') }] },
  build: {
    ...ownPage,
    cssCodeSplit: false,
    rolldownOptions: {
      input: here('web/recount/main.ts'),
      checks: { pluginTimings: false },
      output: { format: 'iife', name: 'recount' },
    },
  },
});
