/**
 * What a phone or a screen may load runs in Chromium 92 and Safari 15 (issue 4): the built files hold nothing that
 * these lack. Skipped where nothing is built; `npm test` builds first.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, test } from 'vitest';

const FOLDER = fileURLToPath(new URL('../../build/web/_app/immutable/phone', import.meta.url));
/** The reader of PDF pages is its makers' build for old browsers: it brings what these lack. */
const BRINGS_ITS_OWN = /^pdf/;
const built = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => !BRINGS_ITS_OWN.test(name)) : [];
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

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
const GLOBALS = new Set(['structuredClone']);
const STATIC = new Set(['Object.groupBy', 'Array.fromAsync', 'Promise.withResolvers', 'crypto.randomUUID']);

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
  const pattern = (node['regex'] as { pattern: string } | undefined)?.pattern ?? '';
  if (/\(\?<[=!]/.test(pattern)) return 'a look-behind';
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

describe.skipIf(built.length === 0)('the built phone pages', () => {
  test.each(built.filter((name) => name.endsWith('.js')))(
    '%s has no script that old web views lack',
    (name) => {
      expect(wrongIn(read(name))).toEqual([]);
    },
  );

  test.each(built.filter((name) => name.endsWith('.css')))(
    '%s has no style that old web views lack',
    (name) => {
      const css = read(name);
      expect(css).not.toMatch(/:has\(|@container|@layer|color-mix\(|oklch\(|&[ .:>[]|light-dark\(/);
      // A new unit of height comes behind an old one of the same property.
      for (const rule of css.match(/\{[^{}]*\d(?:dvh|svh|lvh)[^{}]*\}/g) ?? []) {
        const property = /([a-z-]+):[^;{}]*\d(?:dvh|svh|lvh)/.exec(rule)?.[1] ?? '';
        expect(rule).toMatch(new RegExp(`${property}:[^;{}]*\\d(?:vh|%)`));
      }
    },
  );
});

describe('the look itself', () => {
  test.each([
    ['await fetch(x)', 'await at the top'],
    ['const a = /(?<=b)c/', 'a look-behind'],
    ['const a = structuredClone(b)', 'structuredClone'],
    ['class A { static { b() } }', 'a static block'],
    ['const a = b.at(-1)', 'at'],
    ['const a = b.findLast(c)', 'findLast'],
  ])('finds %s', (code, wrong) => expect(wrongIn(code)).toEqual([wrong]));

  test('lets pass what is there', () =>
    expect(wrongIn('class A { #b = 1; async c() { await d; return (this.#b ??= 2) } }')).toEqual([]));
});
