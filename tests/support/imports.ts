import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import config from '../../svelte.config.js';

/** A module that a file names: a path from the project's root, or a package (`node:fs`, `svelte/store`). */
export type Import = { file: string; line: number } & ({ path: string } | { package: string });

const aliases: Record<string, string> = { $lib: 'web/lib', ...config.kit?.alias };

/** Every source file below a folder of the project, as a path from its root. */
export function sourceFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|js|mjs|svelte)$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
}

export const importsOfFile = (root: string, file: string) =>
  importsOf(file, readFileSync(join(root, file), 'utf8'));

/** What a file imports: static, `export from`, types, dynamic, `require`, and the globs that Vite expands. */
export function importsOf(file: string, text: string): Import[] {
  return [...specifiers(file, text)].map(([name, at]) => ({
    file,
    line: text.slice(0, at).split('\n').length,
    ...target(file, name),
  }));
}

function* specifiers(file: string, text: string): Generator<[name: string, at: number]> {
  for (const [code, start] of scripts(file, text)) {
    const { importedFiles } = ts.preProcessFile(code, true, true);
    for (const { fileName, pos } of importedFiles) yield [fileName, start + pos];
  }
  const inMarkup = file.endsWith('.svelte') ? text.replace(script, (whole) => ' '.repeat(whole.length)) : '';
  for (const found of inMarkup.matchAll(/\bimport\(\s*['"`]([^'"`]+)/g)) yield [found[1]!, found.index];
  for (const found of text.matchAll(/\bimport\.meta\.glob[^(]*\(([^)]*)/g))
    // What stands behind the patterns says how they are read.
    for (const [, name] of found[1]!.replace(/,\s*\{[^]*$/, '').matchAll(/['"`]([^'"`]+)['"`]/g))
      yield [name!, found.index];
}

const script = /(<script[^>]*>)([^]*?)<\/script>/g;

function scripts(file: string, text: string): [code: string, start: number][] {
  if (!file.endsWith('.svelte')) return [[text, 0]];
  return [...text.matchAll(script)].map((found) => [found[2]!, found.index + found[1]!.length]);
}

function target(file: string, name: string): { path: string } | { package: string } {
  if (name.startsWith('/node_modules/')) return { package: name.slice('/node_modules/'.length) };
  if (name.startsWith('/')) return { path: name.slice(1) };
  if (/^\.\.?(\/|$)/.test(name)) return { path: normalize(join(dirname(file), name)).replaceAll('\\', '/') };
  const [first = '', ...rest] = name.split('/');
  const folder = aliases[first];
  return folder === undefined ? { package: name } : { path: [folder, ...rest].join('/') };
}
