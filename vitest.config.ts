import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  // Not the whole kit: tests may import a web/lib/*.svelte.ts file, never a page.
  tsconfig: 'tsconfig.server.json', // the one that needs nothing generated
  plugins: [svelte()],
  resolve: {
    alias: {
      $assessment: here('assessment'),
      $slides: here('slides'),
      $protocol: here('realtime/protocol'),
      $lib: here('web/lib'),
    },
  },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
