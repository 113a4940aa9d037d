/** Commands of the result (issue 6) that are called wrongly: words and 2, never a stack of calls, and nothing is made. */
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDataFolder } from '../../db/data-folder.ts';
import { temporaryFolders } from '../db/folders.ts';

const folder = temporaryFolders();

const run = (file: string, args: readonly string[], data: string, language: string) =>
  new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
    const env = { ...process.env, DATA: data, LANG: language, LC_ALL: '' };
    execFile(process.execPath, [file, ...args], { encoding: 'utf8', env }, (error, stdout, stderr) =>
      resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
    );
  });

const WRONG: readonly [command: string, file: string, args: readonly string[]][] = [
  ['verify', 'realtime/cli/verify.ts', ['--bogus']],
  ['verify', 'realtime/cli/verify.ts', ['one', 'two']],
  ['backup', 'realtime/cli/backup.ts', ['--help']],
  ['restore', 'realtime/cli/restore.ts', ['--list', 'one', 'two']],
  ['purge', 'realtime/cli/purge.ts', ['--help']],
  ['token', 'realtime/cli/token.ts', ['--bogus']],
  ['recount', 'reports/cli/recount.ts', ['--bogus', 'bundle.json']],
];

/** All at once: each takes a second to load. */
const saidBy = (data: string, language: string) =>
  Promise.all(
    WRONG.map(async ([command, file, args]) => ({ command, ...(await run(file, args, data, language)) })),
  );

describe('a command that is called wrongly', () => {
  it.each([
    ['zh_CN.UTF-8', '用法：'],
    ['en_US.UTF-8', 'Usage: '],
  ])('says how it is called, ends with 2 and makes nothing (%s)', async (language, usage) => {
    const here = folder();
    const data = join(here, 'data');
    mkdirSync(data);
    await openDataFolder(data, { threads: false }).close();
    const before = readdirSync(here);
    for (const { command, status, stdout, stderr } of await saidBy(data, language)) {
      expect(stderr).toContain(`${usage}npm run ${command} -- `);
      expect(stderr).not.toMatch(/\n\s+at |node:internal/);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    }
    expect(readdirSync(here)).toEqual(before);
  });
});
