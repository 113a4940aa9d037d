/**
 * `npm run shots [-- WORD …] [--out FOLDER]`: pictures of every page into `shots/`, to be looked at. With words, only
 * the pictures whose name holds each of them (`npm run shots -- question 1920 night`); with `--only`, those of one kind.
 */
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { chromiumOptions } from '../support/chromium.ts';
import { appeal } from './appeal.ts';
import { desks } from './desks.ts';
import { meeting } from './meeting.ts';
import { paper } from './paper.ts';
import { people } from './people.ts';
import { phones } from './phones.ts';
import { publication } from './publication.ts';
import { recount } from './recount.ts';
import { privacy } from './privacy.ts';
import { run } from './run.ts';
import { scenes } from './scenes.ts';
import { serve } from './serve.ts';
import { savePage, type Provider, type Studio } from './studio.ts';
import { writeSheets } from './sheets.ts';
import { walls } from './walls.ts';

const PROVIDERS: Provider[] = [
  scenes,
  meeting,
  phones,
  run,
  people,
  desks,
  paper,
  walls,
  publication,
  recount,
  privacy,
  appeal,
];

const { values, positionals: words } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    out: { type: 'string', default: 'shots' },
    pages: { type: 'string', default: 'build/web' },
    /** Where pages are served already, such as `npx vite dev`: what is being written can be looked at unbuilt. */
    at: { type: 'string' },
  },
});

const served =
  values.at === undefined ? await serve(values.pages) : { origin: values.at, close: () => Promise.resolve() };
const browser = await chromium.launch(chromiumOptions);
const complaints: string[] = [];
let taken = 0;

try {
  for (const provider of PROVIDERS) {
    if (values.only !== undefined && values.only !== provider.name) continue;
    const studio: Studio = {
      browser,
      origin: served.origin,
      wants: (name) => words.every((word) => name.includes(word)),
      save: async (name, page) => {
        await savePage(values.out, name, page);
        taken += 1;
      },
      complain: (text) => complaints.push(text),
    };
    // A page that changed under its provider takes no other's pictures with it.
    await provider
      .take(studio)
      .catch((error: unknown) => complaints.push(`${provider.name} broke off: ${String(error)}`));
  }
} finally {
  await browser.close();
  await served.close();
}

await writeSheets(values.out);
for (const text of complaints) console.error(text);
console.log(`${taken} pictures in ${values.out}/, all of them in ${values.out}/index.html`);
process.exitCode = complaints.length > 0 ? 1 : 0;
