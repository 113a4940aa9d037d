import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const json = (name: string) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
const lock: Record<string, { hasInstallScript?: true; resolved?: string; dev?: true }> =
  json('package-lock.json').packages;

test('the lock file names no registry, so that any mirror serves it', () => {
  expect(Object.keys(lock).filter((path) => lock[path]?.resolved)).toEqual([]);
});

test('every install script is allowed or denied by name', () => {
  const named = Object.keys(lock)
    .filter((path) => lock[path]?.hasInstallScript)
    .map((path) => path.split('node_modules/').at(-1));
  expect(Object.keys(json('package.json').allowScripts)).toEqual(expect.arrayContaining(named));
});

test('the tests run on the Node that comes with the project', () => {
  expect(process.versions.node).toBe(json('node_modules/node/package.json').version);
});
