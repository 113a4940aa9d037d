/**
 * Issue 5, item 3: nothing on a wall moves longer than 600 ms but the cloth, and nothing moves for ever. Read from the
 * sources of the scenes, and from the styles that a wall loads (skipped where nothing is built; `npm test` builds first).
 */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { filesOfRoutes, isBuilt, textOf } from '../support/built-pages.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MOST_MS = 600;
/** Decision 0016: the cloth is no transition. It is the one thing that may take this long, and only it may say so. */
const CLOTH = { file: 'slides/scenes/ceremony/Cloth.svelte', token: '--solemn', most: 1800 };

interface Source {
  file: string;
  text: string;
}
const filesIn = (folder: string, ending: RegExp): Source[] =>
  readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .map((file) => ({ file, text: readFileSync(`${ROOT}/${file}`, 'utf8') }));

const sources = ['slides', 'web/routes/screen', 'web/lib/screens'].flatMap((folder) =>
  filesIn(folder, /\.(?:svelte|css|ts)$/),
);
const built = isBuilt()
  ? filesOfRoutes(['/screen/[code]'])
      .filter((file) => file.endsWith('.css'))
      .map((file) => ({ file, text: textOf(file) }))
  : [];

const withoutComments = (text: string) => text.replace(/\/\*[^]*?\*\//g, '');
const msOf = (time: string) => parseFloat(time) * (time.endsWith('ms') ? 1 : 1000);
const tokens = new Map(
  [...readFileSync(`${ROOT}/web/styles/tokens.css`, 'utf8').matchAll(/(--[\w-]+):\s*([\d.]+m?s)\b/g)].map(
    ([, name = '', time = '']) => [name, msOf(time)],
  ),
);

/** What is wrong with the motion that a sheet declares. A token that nobody knows counts as too long. */
function wrongStyles({ file, text }: Source): string[] {
  const declared = /(?<![\w-])((?:-webkit-)?(?:transition|animation)(?:-[a-z-]+)?)\s*:\s*([^;{}]+)/g;
  return [...withoutComments(text).matchAll(declared)].flatMap(([, name = '', value = '']) => {
    const where = `${file}: ${name}: ${value.trim()}`;
    if (/\binfinite\b/.test(value) || (/count/.test(name) && Number(value) > 1))
      return [`${where} · for ever`];
    const times = [...value.matchAll(/(?<![\w.-])[\d.]+m?s\b/g)].map(([time]) => msOf(time));
    const named = [...value.matchAll(/var\((--[\w-]+)/g)].map(([, token = '']) => token);
    const cloth = file === CLOTH.file || (file.startsWith('_app') && named.includes(CLOTH.token));
    for (const token of named.filter((one) => one !== '--ease')) times.push(tokens.get(token) ?? Infinity);
    const most = cloth && named.includes(CLOTH.token) ? CLOTH.most : MOST_MS;
    return times.some((time) => time > most) ? [`${where} · ${Math.max(...times)} ms`] : [];
  });
}

/** Constants in ms that are written down here or anywhere: `const CALM_MS = 480`; the longest of a name. */
function constant(name: string): number {
  const found = sources.flatMap(({ text }) => [...text.matchAll(/\bconst (\w+_MS) = ([\d_]+)/g)]);
  return Math.max(
    ...found.filter(([, one]) => one === name).map(([, , value = '']) => Number(value.replaceAll('_', ''))),
  );
}

const DIRECTIVE = /\s(?:transition|in|out|animate):(\w+)(?:\|\w+)*(?:=\{((?:[^{}]|\{[^{}]*\})*)\})?/g;

/** The duration of each directive: said beside it, or by the constant or function of this file that it names. */
function wrongDirectives({ file, text }: Source): string[] {
  const markup = text.replace(/<(script|style)[^]*?<\/\1>/g, '');
  return [...markup.matchAll(DIRECTIVE)].flatMap(([whole, name = '', given = '']) => {
    const own = [name, given.trim()].flatMap(
      (word) =>
        (/^\w+$/.test(word) &&
          new RegExp(`(?:const|function) ${word}\\b[^]*?duration: ([^,\\n]+)`).exec(text)?.[1]) ||
        [],
    );
    const said = /duration: ([^,}]+)/.exec(given)?.[1] ?? own[0];
    const where = `${file}:${whole}`;
    if (said === undefined) return [`${where} · says no duration`];
    const times = (said.match(/\b(?:\w+_MS|\d[\d_]*)\b/g) ?? []).map((one) =>
      /^\d/.test(one) ? Number(one.replaceAll('_', '')) : constant(one),
    );
    const longest = Math.max(...times);
    if (!Number.isFinite(longest)) return [`${where} · ${said} is no known time`];
    if (longest > MOST_MS) return [`${where} · ${longest} ms`];
    return / \? 0 : /.test(said) ? [] : [`${where} · does not ask whether motion is wanted`];
  });
}

/** Motion that no list of durations could see. */
const UNSEEN =
  /\.animate\(|requestAnimationFrame|svelte\/motion|<animate\b|<marquee|<blink|text-decoration:\s*blink/;

describe('issue 5.3 nothing on a wall moves for long', () => {
  test('the sources declare no motion over 600 ms and none without end, but the cloth', () => {
    expect(sources.flatMap(wrongStyles)).toEqual([]);
    expect(
      sources.filter(({ text }) => text.includes(`var(${CLOTH.token})`)).map(({ file }) => file),
    ).toEqual([CLOTH.file]);
    expect(tokens.get(CLOTH.token)).toBeLessThanOrEqual(CLOTH.most);
  });

  test('every transition of Svelte says how long it takes, at most 600 ms, and cuts where no motion is wanted', () => {
    const components = sources.filter(({ file }) => file.endsWith('.svelte'));
    expect(components.flatMap(wrongDirectives)).toEqual([]);
    expect(
      components.filter(({ text }) => text.search(DIRECTIVE) >= 0).length,
      'they are found',
    ).toBeGreaterThan(3);
  });

  test('what cannot be read here is not used', () => {
    expect(sources.filter(({ text }) => UNSEEN.test(withoutComments(text))).map(({ file }) => file)).toEqual(
      [],
    );
  });

  test.skipIf(built.length === 0)('the styles that a wall loads keep to it', () => {
    const all = built.map(({ text }) => text).join('\n');
    expect(all, 'the styles of the scenes are among them').toContain(`var(${CLOTH.token})`);
    expect(built.flatMap(wrongStyles)).toEqual([]);
    expect(all.split(`var(${CLOTH.token})`), 'only the cloth takes its time').toHaveLength(2);
    // The wall cuts as a whole: no scene has to remember it.
    expect(all.replace(/\s/g, '')).toMatch(
      /@media\(prefers-reduced-motion:reduce\)\{\*\{(?=[^}]*transition:none!important)(?=[^}]*animation:none!important)/,
    );
  });
});
