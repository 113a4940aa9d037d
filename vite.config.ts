import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [sveltekit()],
  build: {
    // The oldest web views in elders' phones; CSS nesting and the like are compiled down for the same ones.
    target: ['chrome92', 'safari15'],
    cssTarget: ['chrome92', 'safari15'],
    sourcemap: false,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
