import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import config from './svelte.config.js';

export default defineConfig({
  plugins: [sveltekit()],
  server: {
    // In development Vite serves sources: those of web/, and the rooms that web/ may import from.
    fs: { allow: Object.values(config.kit?.alias ?? {}) },
  },
  build: {
    // The oldest web views in elders' phones; CSS nesting and the like are compiled down for the same ones.
    target: ['chrome92', 'safari15'],
    cssTarget: ['chrome92', 'safari15'],
    sourcemap: false,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
