/**
 * What a phone, a screen or a shared tablet may load runs in Chromium 92 and Safari 15 (issue 4, 6): the built files
 * hold nothing that these lack. Consoles are laptops. Skipped where nothing is built; `npm test` builds first.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';
import { filesOfPhones, filesOfRoutes, isBuilt, textOf } from '../support/built-pages.ts';
import { sourceFiles } from '../support/imports.ts';

const built = isBuilt()
  ? [
      ...new Set([
        ...filesOfPhones(),
        ...filesOfRoutes(['/screen/[code]', '/k/[code]', '/reach/[token]']),
        'service-worker.js',
      ]),
    ]
  : [];
/** The recount page is one file: its script and its style (tests/web/recount-page.test.ts). */
const recount = built.length > 0 ? textOf('recount.html') : '';

interface Node {
  type: string;
  [key: string]: unknown;
}

/** Methods that came later; `at` is also a name of ours, so only where a figure goes in. */
const LATER = new Set([
  'findLast',
  'findLastIndex',
  'toSorted',
  'toReversed',
  'toSpliced',
  'replaceChildren',
]);
/** What no library can bring. */
const SYNTAX = ['a static block', 'await at the top', 'a look-behind', 'a flag of regular expressions'];
const GLOBALS = new Set(['structuredClone']);
const STATIC = new Set([
  'Object.hasOwn',
  'Object.groupBy',
  'Array.fromAsync',
  'Promise.withResolvers',
  'AbortSignal.timeout',
  'AbortSignal.any',
  'crypto.randomUUID',
]);

const nameOf = (node: Node | undefined): string => String(node?.['name'] ?? '');

function callee(node: Node): string | null {
  const target = node['callee'] as Node;
  if (target.type === 'Identifier') return GLOBALS.has(nameOf(target)) ? nameOf(target) : null;
  if (target.type !== 'MemberExpression') return null;
  const [object, property] = [target['object'] as Node, target['property'] as Node];
  if (STATIC.has(`${nameOf(object)}.${nameOf(property)}`)) return `${nameOf(object)}.${nameOf(property)}`;
  if (LATER.has(nameOf(property))) return nameOf(property);
  const [first] = node['arguments'] as Node[];
  const figure = first?.type === 'UnaryExpression' || typeof first?.['value'] === 'number';
  return nameOf(property) === 'at' && figure ? 'at' : null;
}

function complaint(node: Node, inside: boolean): string | null {
  if (node.type === 'StaticBlock') return 'a static block';
  if (node.type === 'AwaitExpression' && !inside) return 'await at the top';
  const regex = node['regex'] as { pattern: string; flags: string } | undefined;
  if (/\(\?<[=!]/.test(regex?.pattern ?? '')) return 'a look-behind';
  if (/v/.test(regex?.flags ?? '')) return 'a flag of regular expressions';
  return node.type === 'CallExpression' ? callee(node) : null;
}

/** Everything wrong in a tree. `inside` is whether a function is around. */
function walk(node: unknown, inside: boolean, found: string[]): void {
  if (Array.isArray(node)) return node.forEach((one) => walk(one, inside, found));
  if (typeof node !== 'object' || node === null || !('type' in node)) return;
  const here = node as Node;
  const wrong = complaint(here, inside);
  if (wrong) found.push(wrong);
  const within = inside || /Function/.test(here.type);
  for (const value of Object.values(here)) walk(value, within, found);
}

function wrongIn(code: string): string[] {
  const found: string[] = [];
  walk(parseAst(code), false, found);
  return found;
}

/**
 * Names that a file may hold, with the reason. The reader of PDF pages is its makers' build for old browsers and brings
 * what these lack. Svelte's runtime is one file for all of SvelteKit's pages, and holds what `$state.snapshot` does for
 * the console; that nothing else calls it is looked at below.
 */
function mayName(path: string): (name: string) => boolean {
  const code = textOf(path);
  if (code.includes('__core-js_shared__')) return (name) => !SYNTAX.includes(name);
  if (path.includes('/chunks/') && code.includes('svelte.dev/e/'))
    return (name) => name === 'structuredClone';
  return () => false;
}

describe.skipIf(built.length === 0)('what phones, screens and tablets load', () => {
  test.each(built.filter((name) => name.endsWith('.js')))(
    '%s has no script that old web views lack',
    (name) => {
      const allowed = mayName(name);
      expect(wrongIn(textOf(name)).filter((one) => !allowed(one))).toEqual([]);
    },
  );

  test('the recount page has no script that old web views lack', () => {
    expect(wrongIn(/<script>([\s\S]*)<\/script>/.exec(recount)?.[1] ?? 'await x')).toEqual([]);
  });

  test.each([...built.filter((name) => name.endsWith('.css')), 'recount.html'])(
    '%s has no style that old web views lack',
    (name) => {
      const css =
        name === 'recount.html' ? (/<style>([\s\S]*?)<\/style>/.exec(recount)?.[1] ?? '') : textOf(name);
      expect(css).not.toMatch(/:has\(|@container|@layer|color-mix\(|oklch\(|&[ .:>[]|light-dark\(/);
      expect(css).not.toMatch(/@media[^{]*[<>]|[{;](?:translate|rotate|scale):/);
      // A new unit of height comes behind an old one of the same property.
      for (const rule of css.match(/\{[^{}]*\d(?:dvh|svh|lvh)[^{}]*\}/g) ?? []) {
        const property = /([a-z-]+):[^;{}]*\d(?:dvh|svh|lvh)/.exec(rule)?.[1] ?? '';
        expect(rule).toMatch(new RegExp(`${property}:[^;{}]*\\d(?:vh|%)`));
      }
    },
  );
});

test('only pages of the console call what Svelte does with structuredClone', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const others = ['web', 'slides'].flatMap((room) => sourceFiles(root, room));
  const calls = others.filter((path) => readFileSync(join(root, path), 'utf8').includes('$state.snapshot'));
  expect(calls.filter((path) => !/^web\/(?:lib|routes)\/console\//.test(path))).toEqual([]);
});

describe('the look itself', () => {
  test.each([
    ['await fetch(x)', 'await at the top'],
    ['const a = /(?<=b)c/', 'a look-behind'],
    ['const a = /[b--c]/v', 'a flag of regular expressions'],
    ['const a = structuredClone(b)', 'structuredClone'],
    ['const a = Object.hasOwn(b, c)', 'Object.hasOwn'],
    ['class A { static { b() } }', 'a static block'],
    ['const a = b.at(-1)', 'at'],
    ['const a = b.findLast(c)', 'findLast'],
  ])('finds %s', (code, wrong) => expect(wrongIn(code)).toEqual([wrong]));

  test('lets pass what is there', () =>
    expect(wrongIn('class A { #b = 1; async c() { await d; return (this.#b ??= 2) } }')).toEqual([]));
});
