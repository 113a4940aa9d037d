import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import config from './svelte.config.js';

const aliases = { $lib: 'web/lib', ...config.kit?.alias };
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  tsconfig: 'tsconfig.server.json', // the one that needs nothing generated
  plugins: [svelte()], // not the whole kit: tests may import a web/lib/*.svelte.ts file, never a page
  resolve: {
    alias: Object.entries(aliases).map(([name, path]) => ({
      find: new RegExp(`^${name.replace(/[$.]/g, '\\$&')}(?=/|$)`),
      replacement: here(path),
    })),
  },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**'],
    setupFiles: ['tests/support/seed.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // As in playwright.config.ts: what passes only the second time is named at the end.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 90_000,
    hookTimeout: 30_000,
  },
});
