// The list of what a phone keeps for a start without a network: the files of the phones' pages, and no others.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const kit = '.svelte-kit';
const nodes = `${kit}/generated/client-optimized/nodes`;
/** The frame of all pages, the page for errors, the way in, a meeting, a pass. */
const pages = /web\/routes\/(\+layout|\+error|\+page|m\/\[code\]\/\+page|p\/\[code\]\/\+page)\.(svelte|ts)"/;
/** Fetched when they are wanted, or not at all: a reader of PDF pages is larger than all the rest. */
const left = /pdfjs|pdf\.worker|pinyin|console\//;

/** Writes `offline.json` beside the built pages. */
export function listOffline(out, version) {
  const manifest = JSON.parse(readFileSync(`${kit}/output/client/.vite/manifest.json`, 'utf8'));
  const found = new Set();
  const take = (key, deep) => {
    const chunk = manifest[key];
    if (!chunk || found.has(key) || left.test(key)) return;
    found.add(key);
    for (const one of chunk.imports ?? []) take(one, deep);
    if (deep) for (const one of chunk.dynamicImports ?? []) take(one, deep);
  };
  for (const name of readdirSync(nodes)) {
    const source = readFileSync(join(nodes, name), 'utf8');
    if (pages.test(source)) take(`${nodes}/${name}`, true);
  }
  for (const key of Object.keys(manifest))
    if (/\/entry\/(start|app)\./.test(manifest[key].file)) take(key, false);
  const files = [...found].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])]);
  const all = [...new Set(files)].sort().map((file) => `/${file}`);
  writeFileSync(join(out, 'offline.json'), JSON.stringify({ version, files: all }));
}
