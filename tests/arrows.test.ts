import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importsOf, importsOfFile, sourceFiles, type Import } from './support/imports.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The house: who may import whom. Arrows go down only. */
const rooms: Record<string, string[]> = {
  web: ['slides', 'realtime', 'assessment'],
  slides: ['assessment'],
  realtime: ['reports', 'db', 'assessment'],
  reports: ['assessment'],
  db: ['assessment'],
  assessment: [],
};
/** These import whatever they like; nobody imports them. */
const outside = ['tests', 'scripts'];

/** What the rules and the wire may use of npm: they run in the browser too. */
const packages: Record<string, string[]> = {
  assessment: ['valibot', '@noble/hashes'],
  protocol: ['valibot'],
};

const roomOf = (path: string) => path.split('/', 1)[0]!;
const isProtocol = (path: string) => /^realtime\/protocol([./-]|$)/.test(path);

/** What is wrong with an import, or nothing. */
function objection(found: Import): string | undefined {
  return 'path' in found
    ? arrowObjection(found.file, found.path)
    : packageObjection(found.file, found.package);
}

function arrowObjection(file: string, path: string): string | undefined {
  const [from, to] = [roomOf(file), roomOf(path)];
  if (isProtocol(file) && !isProtocol(path) && to !== 'assessment')
    return 'the protocol knows only assessment';
  if (from === 'web' && to === 'realtime' && !isProtocol(path))
    return 'web knows only the protocol of realtime';
  if (from === to || rooms[from]?.includes(to) || outside.includes(from)) return undefined;
  // Files of a package, such as the tables of pdf.js: the build takes them along.
  if (to === 'node_modules' && ['web', 'slides'].includes(from)) return undefined;
  if (path === 'package.json' && from === 'realtime') return undefined;
  return `no arrow from ${from} to ${to}`;
}

function packageObjection(file: string, name: string): string | undefined {
  const room = roomOf(file);
  const inBrowser = ['web', 'slides', 'assessment'].includes(room) || isProtocol(file);
  if (isBuiltin(name) && inBrowser) return `${room} runs in the browser too`;
  const allowed = packages[isProtocol(file) ? 'protocol' : room];
  if (!allowed || allowed.some((one) => name === one || name.startsWith(`${one}/`))) return undefined;
  return `${room} may use of npm only ${allowed.join(', ')}`;
}

const describeAll = (imports: Import[]) =>
  imports.flatMap((found) => {
    const wrong = objection(found);
    return wrong ? [`${found.file}:${found.line}: ${wrong}`] : [];
  });

const present = [...Object.keys(rooms), ...outside].filter((room) => existsSync(`${root}/${room}`));

describe('the arrows of the house', () => {
  test.each(present)('%s imports only what lies below it', (room) => {
    const files = sourceFiles(root, room);
    expect(files).not.toEqual([]);
    expect(files.flatMap((file) => describeAll(importsOfFile(root, file)))).toEqual([]);
  });
});

test('pictures of the scenes are drawn from Node, which knows types by the names of the build, and no values', () => {
  const files = sourceFiles(root, 'slides').filter((file) => file.endsWith('.ts'));
  const named = (file: string) =>
    readFileSync(`${root}/${file}`, 'utf8').match(/^(?:import|export) (?!type )[^;]*? from '\$[^;]*;/gm) ??
    [];
  expect(files.flatMap((file) => named(file).map((line) => `${file}: ${line}`))).toEqual([]);
});

test('every package that is imported is one of package.json', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
  const known = Object.keys({ ...dependencies, ...devDependencies });
  const strange = ({ package: name }: { package: string }) =>
    !isBuiltin(name) &&
    !name.startsWith('$') &&
    !known.some((one) => name === one || name.startsWith(`${one}/`));
  const imports = present.flatMap((room) =>
    sourceFiles(root, room).flatMap((file) => importsOfFile(root, file)),
  );
  expect(imports.filter((found) => 'package' in found && strange(found))).toEqual([]);
});

describe('a planted import is found', () => {
  const svelte = (script: string, markup = '') => `<script lang="ts">${script}</script>${markup}`;

  test.each([
    ['db/a.ts', `import { x } from '../realtime/hub.ts';`],
    ['db/a.ts', `import type { X } from '../reports/x.ts';`],
    ['db/a.ts', `type X = import('../realtime/hub.ts').X;`],
    ['reports/a.ts', `export * from '../db/open.ts';`],
    ['assessment/a.ts', `await import('../db/open.ts');`],
    ['assessment/a.ts', `import { readFile } from 'node:fs/promises';`],
    ['assessment/a.ts', `import fs from 'fs';`],
    ['assessment/a.ts', `import express from 'express';`],
    ['assessment/a.ts', `import pkg from '../package.json' with { type: 'json' };`],
    ['realtime/a.ts', `import { x } from '../web/lib/x.ts';`],
    ['realtime/a.ts', `import { x } from '../tests/support/x.ts';`],
    ['realtime/protocol.ts', `import { x } from './hub.ts';`],
    ['realtime/protocol-names.ts', `import { x } from './hub.ts';`],
    ['realtime/protocol/a.ts', `import { x } from 'express';`],
    ['realtime/protocol/a.ts', `import { x } from '../../db/open.ts';`],
    ['slides/A.svelte', svelte(`import { x } from '$protocol/a.ts';`)],
    ['slides/A.svelte', svelte('', `{#await import('$lib/x.ts')}{/await}`)],
    ['slides/a.ts', `const all = import.meta.glob('../web/lib/*.ts');`],
    ['web/routes/+page.svelte', svelte(`import { hub } from '../../realtime/hub.ts';`)],
    ['web/lib/a.ts', `import { x } from '../../realtime/protocolish.ts';`],
    ['web/lib/a.ts', `import { x } from '../../db/open.ts';`],
    ['web/lib/a.ts', `import { x } from 'node:crypto';`],
  ])('%s: %s', (file, text) => {
    expect(describeAll(importsOf(file, text))).toHaveLength(1);
  });

  test.each([
    [
      'web/routes/+page.svelte',
      svelte(`import { x } from '$protocol/a.ts'; import Y from '$slides/Y.svelte';`),
    ],
    ['web/lib/a.ts', `import { x } from '$protocol'; import { y } from '../../realtime/protocol.ts';`],
    ['slides/A.svelte', svelte(`import type { View } from '$assessment/view.ts'; import './a.css';`)],
    ['realtime/a.ts', `import { x } from '../db/open.ts'; import http from 'node:http';`],
    ['assessment/a.ts', `import * as v from 'valibot'; import { sha256 } from '@noble/hashes/sha2.js';`],
    ['assessment/a.ts', `// import { x } from '../db/open.ts'`],
  ])('but not an allowed one, %s: %s', (file, text) => {
    expect(describeAll(importsOf(file, text))).toEqual([]);
  });
});
