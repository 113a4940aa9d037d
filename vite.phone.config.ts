/**
 * The phones' own pages: `/`, `/p/CODE` and `/m/CODE` without SvelteKit's client and with only what they use of Svelte
 * and Socket.IO. Built after the rest, into the same folder, as `phone.html` (docs/decisions/0011).
 */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import type { CompileOptions } from 'svelte/compiler';
import { defineConfig } from 'vite';
import { early } from './scripts/early.ts';
import { forOldViews } from './scripts/old-views.ts';
import { ownPage } from './scripts/own-page.ts';
import { phoneChunks } from './scripts/phone-chunks.ts';
import { slim } from './scripts/slim.ts';
import config from './svelte.config.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const rooms = Object.entries(config.kit?.alias ?? {}).map(([find, path]) => ({
  find,
  replacement: here(path),
}));

type CssHashGetter = NonNullable<CompileOptions['cssHash']>;

/** Class names of components' styles in four letters: each stands in many a template and rule, and cannot be compressed. */
function shortly(): CssHashGetter {
  const taken = new Map<string, string>();
  return ({ hash, filename }) => {
    const whole = hash(filename).replace(/[^a-z0-9]/gi, '');
    for (let length = 3; ; length += 1) {
      const name = `s${whole.slice(0, length)}`;
      if ((taken.get(name) ?? filename) === filename || length > whole.length) {
        taken.set(name, filename);
        return name;
      }
    }
  };
}

export default defineConfig({
  root: here('web/phone'),
  publicDir: false,
  plugins: [
    early(here('web/phone/early.ts')),
    slim(),
    forOldViews(),
    // Said aloud: a component without a rune of its own would bring Svelte's older ways along.
    svelte({ configFile: false, compilerOptions: { cssHash: shortly(), runes: true } }),
  ],
  worker: { plugins: () => [forOldViews()] },
  resolve: {
    alias: [
      { find: '$app/navigation', replacement: here('web/phone/app-navigation.ts') },
      { find: '$app/state', replacement: here('web/phone/app-state.ts') },
      { find: '$lib', replacement: here('web/lib') },
      ...rooms,
    ],
  },
  build: {
    ...ownPage,
    assetsDir: '_app/immutable/phone',
    manifest: '_app/phone.json',
    rolldownOptions: {
      input: here('web/phone/phone.html'),
      checks: { pluginTimings: false },
      output: {
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: phoneChunks(here) }] },
      },
      treeshake: { moduleSideEffects: [{ test: /node_modules\/(engine|socket)\.io-/, sideEffects: false }] },
    },
  },
});
