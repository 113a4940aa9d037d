/**
 * The public page of a closed meeting: two files of its own, into the same folder, as `publication.html`. Built after
 * the phones' (docs/decisions/0025).
 */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { forOldViews } from './scripts/old-views.ts';
import { ownPage } from './scripts/own-page.ts';
import { slim } from './scripts/slim.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('web/publication'),
  publicDir: false,
  plugins: [slim(), forOldViews(), svelte({ configFile: false, compilerOptions: { runes: true } })],
  build: {
    ...ownPage,
    assetsDir: '_app/immutable/publication',
    rolldownOptions: { input: here('web/publication/publication.html'), checks: { pluginTimings: false } },
  },
});
