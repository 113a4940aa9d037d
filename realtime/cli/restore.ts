/**
 * `npm run restore -- BACKUP [DATA]`: puts a backup in the place of the data folder, or, where BACKUP is one file, one
 * meeting of it; what was there is put aside. `npm run restore -- --list [DATA]` says which copies there are.
 */
import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { restore } from '../../db/backup.ts';
import type { Copy } from '../../db/copies.ts';
import { restorables, restoreMeeting } from '../../db/restore-meeting.ts';
import { readConfig } from '../config.ts';
import { textFor } from '../text/index.ts';
import { failed } from './failed.ts';

const text = textFor(process.env);
const words = text.backup;

function usage(): never {
  console.error(words.restoreUsage);
  process.exit(2);
}

/** In this machine's own time. */
const timeOf = (at: number): string =>
  new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 19).replace('T', ' ');
const sizeOf = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024))} KB`;
const lineOf = ({ at, n, about, bytes }: Copy): string =>
  n === null
    ? words.asideCopy(timeOf(at), sizeOf(bytes))
    : words.copy(timeOf(at), n, about ?? '', sizeOf(bytes));

function list(data: string): void {
  for (const { code, title, copies } of restorables(data)) {
    console.log(words.copies(`${code} ${title}`, copies.length));
    for (const copy of copies) console.log(`${lineOf(copy)}\n    ${copy.path}`);
  }
  console.log(`${words.how}\n  npm run restore -- COPY.sqlite ${data}`);
}

async function restoreOne(file: string, data: string): Promise<void> {
  const { code, title, n, aside, lost, purged } = await restoreMeeting(file, data, Date.now());
  console.log(words.meeting(`${code} ${title}`, n));
  if (purged) console.log(words.purgedAgain(`${code} ${title}`));
  if (lost.length > 0) console.log(words.decksLost(lost.join('、')));
  if (aside !== null) console.log(words.aside(aside));
  console.log(words.start);
}

async function restoreAll(folder: string, data: string): Promise<void> {
  const { aside, checks, purged } = await restore(folder, data, Date.now());
  console.log(words.restored(checks.length));
  console.log(`  ${data}`);
  const again = checks.filter(({ path }) => purged.includes(basename(path, '.sqlite')));
  const names = again.map(({ code, title, path }) => `${code ?? path} ${title ?? ''}`);
  if (names.length > 0) console.log(words.purgedAgain(names.join('、')));
  if (aside !== null) console.log(words.aside(aside));
}

function asked(): { listing: boolean; names: string[] } {
  try {
    const options = { list: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    return { listing: values.list ?? false, names: positionals };
  } catch {
    return usage();
  }
}

const { listing, names } = asked();
if (names.length > (listing ? 1 : 2) || (!listing && names.length === 0)) usage();
try {
  const [backup = '', given] = listing ? ['', ...names] : names;
  const data = given ?? readConfig(process.env).data;
  if (listing) list(data);
  else if (existsSync(backup) && statSync(backup).isFile()) await restoreOne(backup, data);
  else await restoreAll(backup, data);
} catch (error) {
  failed(error, text);
}
