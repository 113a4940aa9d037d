/** Issue 6, 2: the recount page is one file that can speak to nobody. Skipped where nothing is built; `npm test` builds. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';
import { pageOf } from '../../scripts/one-file.ts';

const path = fileURLToPath(new URL('../../build/web/recount.html', import.meta.url));
const page = existsSync(path) ? readFileSync(path, 'utf8') : '';
const sha256 = (text: string, as: 'hex' | 'base64') => createHash('sha256').update(text).digest(as);
const inside = (tag: string): string[] =>
  [...page.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, text = '']) => text);

interface Node {
  type: string;
  [key: string]: unknown;
}
const typesIn = (node: unknown, found = new Set<string>()): Set<string> => {
  if (Array.isArray(node)) for (const one of node) typesIn(one, found);
  else if (typeof node === 'object' && node !== null && 'type' in node) {
    found.add((node as Node).type);
    for (const value of Object.values(node)) typesIn(value, found);
  }
  return found;
};

describe.skipIf(page === '')('the recount page as it was built', () => {
  test('is one script and one style, and nothing beside them', () => {
    expect(inside('script')).toHaveLength(1);
    expect(inside('style')).toHaveLength(1);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<(?:iframe|object|embed|base|img|video|audio|form )|<link rel="(?!icon")/);
    const rest = page.replace(/<(script|style)>[\s\S]*?<\/\1>/g, '');
    expect(rest).not.toMatch(/\ssrc=/);
    expect([...rest.matchAll(/href="([^"]{0,5})/g)].map(([, start]) => start)).toEqual(['data:']);
  });

  test('allows its own script and style by their hash, and no network', () => {
    const [script = '', style = ''] = [inside('script')[0], inside('style')[0]];
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    expect(policy.split('; ').sort()).toEqual(
      [
        "default-src 'none'",
        `script-src 'sha256-${sha256(script, 'base64')}'`,
        `style-src 'sha256-${sha256(style, 'base64')}'`,
        'img-src data:',
        "base-uri 'none'",
        "form-action 'none'",
      ].sort(),
    );
    // It counts only for what comes behind it.
    expect(page.indexOf('http-equiv="Content-Security-Policy"')).toBeLessThan(page.indexOf('<style'));
  });

  test('holds no address to load anything from, and imports nothing', () => {
    const [script = '', style = ''] = [inside('script')[0], inside('style')[0]];
    const addresses = [...page.matchAll(/\b(?:https?|wss?|ftp):\/\/[^\s'"`)>]*/g)].map(([one]) => one);
    // Names of namespaces, and the place where an error of the library is explained: text, never fetched.
    expect(
      addresses.filter((one) => !/^http:\/\/www\.w3\.org\/|^https:\/\/svelte\.dev\/e\//.test(one)),
    ).toEqual([]);
    expect(style).not.toMatch(/@import|url\(/);
    const types = typesIn(parseAst(script));
    expect([...types].filter((type) => /^Import|^Export/.test(type))).toEqual([]);
    expect(script).not.toMatch(/\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\b/);
  });

  test('says nothing of the machine that built it, nor of the day', () => {
    expect(page).not.toContain(fileURLToPath(new URL('../..', import.meta.url)));
    expect(page).not.toMatch(/\/(?:home|work|Users|node_modules)\/|20[0-9]{2}-[01][0-9]-[0-3][0-9]T/);
  });

  test('has its fingerprint beside it', () => {
    expect(readFileSync(`${path}.sha256`, 'utf8')).toBe(`${sha256(page, 'hex')}  recount.html\n`);
  });
});

describe('a page in one file', () => {
  const template = '<head><!-- policy --><!-- style --></head><!-- script -->';

  test('a script cannot end its element, and what looks like a mark or a pattern stays as it is', () => {
    const made = pageOf(template, `a = '</script><!-- style -->$&$1'`, 'b{}');
    expect(made.match(/<\/script>/g)).toHaveLength(1);
    expect(made).toContain(`<script>a = '<\\/script><\\!-- style -->$&$1'</script>`);
    expect(made.match(/<style>/g)).toHaveLength(1);
  });

  test('a template without a place for its script is refused', () => {
    expect(() => pageOf('<!-- policy --><!-- style -->', '', '')).toThrow('<!-- script -->');
    expect(() => pageOf(template, '', 'a::after{content:"</style>"}')).toThrow();
  });
});
