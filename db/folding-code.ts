/**
 * What a state was folded by: a digest of all rules, of what keeps snapshots, of the packages they stand on and of the engine
 * that wrote the bytes. Made from the files themselves, so that nobody who changes a fold has to remember a version.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Beside all of `assessment/`: who reads, cuts and writes what was folded. */
const KEEPERS = ['command-index', 'folding-code', 'journal-reader', 'make-snapshot', 'snapshot', 'verify'];

function* files(): Generator<string> {
  const rules = join(ROOT, 'assessment');
  for (const name of readdirSync(rules, { recursive: true }).map(String).sort())
    if (name.endsWith('.ts')) yield join(rules, name);
  for (const name of KEEPERS) yield join(ROOT, 'db', `${name}.ts`);
  const lock = join(ROOT, 'package-lock.json');
  if (existsSync(lock)) yield lock;
}

/** Hex SHA-256 of the code as it lies on the disk now. */
export function foldingCode(): string {
  const sum = createHash('sha256').update(`${process.versions.v8} ${endianness()}`);
  for (const file of files()) sum.update(`\n${file.slice(ROOT.length)}\n`).update(readFileSync(file));
  return sum.digest('hex');
}
