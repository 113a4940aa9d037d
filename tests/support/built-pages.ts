/** The files that a page of the built web app can load, however late: found by following imports from its route. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILT = fileURLToPath(new URL('../../build/web', import.meta.url));
const IMMUTABLE = join(BUILT, '_app/immutable');

/** What is named in quotes behind `import`, `from` or `new URL(`. */
const NAMED = /(?:\bimport\s*\(?|\bfrom|\bnew URL\(\s*(?:\/\*.*?\*\/)?)\s*["'`]([^"'`]+\.(?:m?js|css))["'`]/g;
const LIST = /m\.f=(\[[^\]]*\])/;
/** A late import, with the places in the list of files that come with it. */
const LATE = /import\(\s*["'`]([^"'`]+)["'`]\s*\),__vite__mapDeps\(\[([\d,]*)\]\)/g;

const read = (path: string): string => readFileSync(join(BUILT, path), 'utf8');
const from = (path: string, name: string): string =>
  name.startsWith('/') ? name.slice(1) : join(dirname(path), name);

/** What a script names, by its kind of import: at once, or late together with its styles. */
function namedBy(path: string): string[] {
  const code = read(path);
  const list = JSON.parse(LIST.exec(code)?.[1] ?? '[]') as string[];
  const deps = [...code.matchAll(LATE)].flatMap(([, , places = '']) =>
    places.split(',').flatMap((place) => list[Number(place)] ?? []),
  );
  const names = [...code.matchAll(NAMED)].map(([, name = '']) => name);
  return [...names, ...deps].map((name) => from(path, name));
}

/** Every file that can come once these are there. */
function reach(starts: string[], found: Set<string>): Set<string> {
  const waiting = [...starts];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path) || !existsSync(join(BUILT, path))) continue;
    found.add(path);
    if (/\.m?js$/.test(path)) waiting.push(...namedBy(path));
  }
  return found;
}

/** The nodes of a route: the frame of all pages, the page for errors, its own frames, itself. */
function nodesOf(app: string, route: string): number[] {
  const found = new RegExp(`"${route.replace(/[[\]/]/g, '\\$&')}":\\[(\\d+)(?:,\\[([\\d,]*)\\])?`).exec(app);
  if (!found) throw new Error(`no route ${route}`);
  return [0, 1, Number(found[1]), ...(found[2] ?? '').split(',').filter(Boolean).map(Number)];
}

/**
 * Scripts and styles of SvelteKit's pages at these routes, as paths inside `build/web`. The list of all pages
 * (`entry/app`) is followed only where these routes lead.
 */
export function filesOfRoutes(routes: string[]): string[] {
  const html = read('index.html');
  const app = /_app\/immutable\/entry\/app\.[\w-]+\.js/.exec(html)?.[0] ?? '';
  const code = read(app);
  const list = JSON.parse(LIST.exec(code)?.[1] ?? '[]') as string[];
  const late = [...code.matchAll(LATE)];
  const nodes = routes
    .flatMap((route) => nodesOf(code, route))
    .flatMap((node) => {
      const [, name = '', places = ''] =
        late.find(([, one = '']) => one.startsWith(`../nodes/${node}.`)) ?? [];
      return [name, ...places.split(',').flatMap((place) => list[Number(place)] ?? [])];
    });
  const atOnce = [...html.matchAll(/(?:href|import\()=?["(]*\/([^"']+\.(?:js|css))["']/g)].map(
    ([, name = '']) => name,
  );
  // Whatever the list of pages needs for itself stands in front: it is loaded, and its late imports are not followed.
  const found = reach(
    [...atOnce, ...nodes.map((name) => from(app, name))].filter((one) => one !== app),
    new Set([app]),
  );
  return [...found].sort();
}

/** Scripts and styles of the pages that phones have of their own, built apart: their whole folders. */
export function filesOfPhones(): string[] {
  return ['phone', 'publication'].flatMap((folder) => {
    const names = readdirSync(join(IMMUTABLE, folder)).filter((name) => /\.(?:js|css)$/.test(name));
    return names.map((name) => `_app/immutable/${folder}/${name}`);
  });
}

export const isBuilt = (): boolean => existsSync(join(BUILT, 'phone.html'));
export const textOf = read;
