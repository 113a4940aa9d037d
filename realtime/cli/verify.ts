/**
 * `npm run verify -- [DATA or FILE] [--bundle bundle.json] [--head N:HASH]`: walks the chain of every meeting's journal (J4), also
 * while the hub runs, and names the first broken link. With a bundle it also looks for that bundle's journal head and for the heads at its locks; with a head, such as a
 * photograph of the wall shows at a lock, for that entry (the hash may be in groups, and cut off after eight digits).
 * Ends with 0 where all is sound, 1 where something is not, 2 where there was nothing to check.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseBundle, type Bundle } from '../../assessment/bundle.ts';
import { headAt, isSound, verifyFolder, wasPurged, type FileCheck } from '../../db/verify-folder.ts';
import { readConfig } from '../config.ts';
import { textFor } from '../text/index.ts';

const text = textFor(process.env).verify;

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

/** `1234:3f9a 0c5b…` as it is copied or typed from a photograph. */
function typedHead(typed: string): { length: number; head: string } {
  const [, length = '', head = ''] = /^([0-9,]{1,12})[:：](.*)$/.exec(typed.replace(/\s/g, '')) ?? [];
  const hex = head.toLowerCase();
  return /^[0-9a-f]{8,64}$/.test(hex)
    ? { length: Number(length.replace(/,/g, '')), head: hex }
    : fail(text.headUsage);
}

/** Where the journal stood when the bundle was made, and at each lock in it. */
function bundleHead(path: string): Bundle['journal'] {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch {
    return fail(text.noBundle(path));
  }
  const parsed = parseBundle(json);
  return 'bundle' in parsed ? parsed.bundle.journal : fail(text.noBundle(path));
}

function linesOf(check: FileCheck): string[] {
  const { chain, parts, files, path } = check;
  const name = check.title === null ? path : `${check.code} ${check.title}`;
  if (chain === null) return [text.unreadable(name, path)];
  if ('broken' in chain) return [text.broken(name, chain.broken, chain.why), `  ${path}`];
  const lines = [text.holds(name, chain.length), `  ${chain.head}`];
  if (wasPurged(check)) lines.push(`  ${text.purged}`);
  else if (parts.purged > 0) lines.push(`  ${text.purgedOnce(parts.purged)}`);
  if (parts.gone > 0 && parts.there > 0) lines.push(`  ${text.deleted(parts.gone)}`);
  if (parts.left > 0) lines.push(`  ${text.left(parts.left)}`);
  if (files.length > 0) lines.push(`  ${text.files(files.length)}`);
  return lines;
}

function asked() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { bundle: { type: 'string' }, head: { type: 'string', multiple: true } },
    });
    return positionals.length > 1 ? fail(text.usage) : { values, positionals };
  } catch {
    return fail(text.usage);
  }
}

const { values, positionals } = asked();
const heads = (values.head ?? []).map(typedHead);
const where = positionals[0] ?? readConfig(process.env).data;
const checks = verifyFolder(where);
if (checks.length === 0) fail(text.nothing(where));
for (const line of checks.flatMap(linesOf)) console.log(line);
const sound = checks.every(isSound);
let found = true;

if (values.bundle !== undefined) {
  const { length, head, locks = [] } = bundleHead(values.bundle);
  const source = checks.find((one) => headAt(one.path, length) === head);
  console.log(source ? text.bundleFound(length) : text.bundleMissing(length));
  found &&= source !== undefined;
  for (const lock of locks) {
    const here = source !== undefined && headAt(source.path, lock.length) === lock.head;
    console.log(
      `  ${here ? text.lockFound(lock.unit, lock.length) : text.lockMissing(lock.unit, lock.length)}`,
    );
    found &&= here;
  }
}
for (const { length, head } of heads) {
  const here = checks.find((one) => isSound(one) && headAt(one.path, length)?.startsWith(head));
  console.log(here ? text.headFound(length, here.title ?? here.path) : text.headMissing(length));
  found &&= here !== undefined;
}
console.log(sound ? (found ? text.sound(checks.length) : text.elsewhere) : text.unsound);
process.exitCode = sound && found ? 0 : 1;
