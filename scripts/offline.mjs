// The list of what a phone keeps for a start without a network: the files of the phones' pages, and no others.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Fetched when they are wanted, or not at all: a reader of PDF pages is larger than all the rest. */
const left = /pdfjs|pdf\.worker|pinyin|console\//;

/** Writes `offline.json` beside the built pages, out of what the phones' build says of itself. */
export function listOffline(out, version) {
  const path = join(out, '_app/phone.json');
  const chunks = Object.entries(JSON.parse(readFileSync(path, 'utf8')));
  rmSync(path);
  const files = chunks.flatMap(([key, { file, css = [] }]) => (left.test(key) ? [] : [file, ...css]));
  const all = [...new Set(files)].sort().map((file) => `/${file}`);
  writeFileSync(join(out, 'offline.json'), JSON.stringify({ version, files: all }));
}
