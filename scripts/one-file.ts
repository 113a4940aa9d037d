/**
 * A page in one file: script and style stand in it, and its policy allows these two by their hash and nothing else, so
 * that no browser lets it speak to any network (docs/decisions/0019). The same sources give the same bytes.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const MARKS = { policy: '<!-- policy -->', style: '<!-- style -->', script: '<!-- script -->' };

const hashed = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What the page may do: run its script, wear its style, show its own icon. */
const policyFor = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src ${hashed(script)}`,
    `style-src ${hashed(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** The page with its parts in it. Throws where the template lacks a place for one. */
export function pageOf(template: string, script: string, style: string): string {
  // What would end an element in the page must not stand in it; in a string of a script `<\/` is `</`.
  const code = script
    .trim()
    .replace(/<\/(?=script)/gi, '<\\/')
    .replace(/<!--/g, '<\\!--');
  const css = style.trim();
  if (/<\/style/i.test(css)) throw new Error('a style that ends its own element');
  const parts: [string, string][] = [
    [MARKS.policy, `<meta http-equiv="Content-Security-Policy" content="${policyFor(code, css)}" />`],
    [MARKS.style, `<style>${css}</style>`],
    [MARKS.script, `<script>${code}</script>`],
  ];
  // Each mark is looked for in the template alone: what was put in may hold anything.
  const pieces = template.split(/(<!-- (?:policy|style|script) -->)/);
  for (const [mark] of parts) if (!pieces.includes(mark)) throw new Error(`the page has no ${mark}`);
  return pieces.map((piece) => parts.find(([mark]) => mark === piece)?.[1] ?? piece).join('');
}

/** @param template the page's file @param name what it is called when it is built */
export const oneFile = (template: string, name: string): Plugin => ({
  name: 'one-file',
  enforce: 'post',
  generateBundle(_, bundle) {
    let [script, style] = ['', ''];
    for (const [path, part] of Object.entries(bundle)) {
      if (part.type === 'chunk') script += part.code;
      else if (path.endsWith('.css')) style += String(part.source);
      else throw new Error(`${path} does not fit into one file`);
      delete bundle[path];
    }
    this.emitFile({
      type: 'asset',
      fileName: name,
      source: pageOf(readFileSync(template, 'utf8'), script, style),
    });
  },
});
