/** Every word of the catalogues is said somewhere: what nothing names is dead, and is deleted. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CATALOGUE = /^web\/text\/.*(?:zh-CN|en)(?:\/|\.ts)/;
/** A name of the platform's. */
const NOT_OURS = new Set(['hourCycle']);

const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|svelte)$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

test('no word of the pages is there for nobody', () => {
  const all = ['web', 'slides', 'assessment', 'realtime', 'reports', 'db'].flatMap(sources);
  const speakers = all.filter((path) => !CATALOGUE.test(path)).map(textOf);
  // Words may also be put together from others of their own file.
  const named = new Set(speakers.join('\n').match(/[A-Za-z][\w-]*/g));
  const dead = all
    .filter((path) => CATALOGUE.test(path))
    .flatMap((path) =>
      [...textOf(path).matchAll(/^\s+'?([A-Za-z][\w-]*)'?\s*[:(]/gm)]
        .map(([, key = '']) => key)
        .filter((key) => !NOT_OURS.has(key) && !named.has(key))
        .map((key) => `${path} ${key}`),
    );
  expect(dead).toEqual([]);
});
