import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { forOldViews } from './scripts/old-views.ts';
import config from './svelte.config.js';

export default defineConfig({
  plugins: [forOldViews(), sveltekit()],
  worker: { plugins: () => [forOldViews()] },
  server: {
    // In development Vite serves sources: those of web/, and the rooms that web/ may import from.
    fs: { allow: Object.values(config.kit?.alias ?? {}) },
  },
  build: {
    // The oldest web views in elders' phones; CSS nesting and the like are compiled down for the same ones.
    // What the bundles hold of it is in Chromium 92 and Safari 15 (`tests/web/old-browsers.test.ts`); named by version,
    // the compiler would spell every private field out.
    target: 'es2022',
    cssTarget: ['chrome92', 'safari15'],
    sourcemap: false,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
