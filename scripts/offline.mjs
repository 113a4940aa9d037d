// The list of what a phone keeps for a start without a network: the files of the phones' pages, and no others.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Fetched when they are wanted, or not at all: a reader of PDF pages is larger than all the rest. */
const LEFT = /pdf|pinyin|console\//;
/** Words that only a phone keeps that is used in English. */
const ENGLISH = /\/en\/|\.en\.ts$/;

/** Writes `offline.json` beside the built pages, out of what the phones' build says of itself. */
export function listOffline(out, version) {
  const path = join(out, '_app/phone.json');
  const chunks = Object.entries(JSON.parse(readFileSync(path, 'utf8')));
  rmSync(path);
  const of = (takes) => {
    const taken = chunks.filter(([key, { file }]) => !LEFT.test(`${key} ${file}`) && takes(key));
    const files = taken.flatMap(([, { file, css = [] }]) => [file, ...css]);
    return [...new Set(files)].sort().map((file) => `/${file}`);
  };
  const files = of((key) => !ENGLISH.test(key));
  const english = of((key) => ENGLISH.test(key)).filter((file) => !files.includes(file));
  writeFileSync(join(out, 'offline.json'), JSON.stringify({ version, files, english }));
}
