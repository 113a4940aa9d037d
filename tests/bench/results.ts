/** `bench/results.json`: the newest figures of each bench, for whoever compares two commits. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Row } from './bench.ts';

const FILE = fileURLToPath(new URL('../../bench/results.json', import.meta.url));

interface Result {
  name: string;
  commit: string;
  node: string;
  rows: Row[];
}

function commit(): string {
  try {
    const head = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
    const dirty = execFileSync('git', ['status', '--porcelain', '--untracked-files=no'], {
      encoding: 'utf8',
    });
    return dirty === '' ? head : `${head}+`;
  } catch {
    return 'unknown'; // a copy without its history
  }
}

/** Puts the figures in the place of the same bench's last ones. */
export function save(name: string, rows: Row[]): void {
  const all = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Result[]) : [];
  const result: Result = { name, commit: commit(), node: process.versions.node, rows };
  const kept = [...all.filter((one) => one.name !== name), result];
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(
    FILE,
    `${JSON.stringify(
      kept.sort((a, b) => (a.name < b.name ? -1 : 1)),
      null,
      2,
    )}\n`,
  );
}
