/**
 * LibreOffice as the other program that reads what was written: one run for many files, in a profile of its own, so that
 * nothing of this machine's user is touched. Where it is missing, `reads` says so.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

function find(): string | null {
  for (const name of ['soffice', 'libreoffice']) {
    const found = spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim();
    if (found) return realpathSync(found);
  }
  return null;
}

const program = find();

/** Which of its parts are installed: a machine may have Calc and no Writer. */
const has = (part: string): boolean =>
  program !== null && existsSync(join(dirname(program), `lib${part}lo.so`));

/** What LibreOffice can read here, and why not. */
export const reads = { sheets: has('sc'), documents: has('sw') };

export interface Converted {
  /** Name of the new file → its bytes. */
  files: Map<string, Buffer>;
  /** What it said of them. */
  said: string;
}

/** Converts files in one run; `from` names the filter that reads them. @throws Error where LibreOffice ends with a failure */
export async function convert(
  files: Record<string, Uint8Array | string>,
  to: string,
  from?: string,
): Promise<Converted> {
  if (program === null) throw new Error('no LibreOffice on this machine');
  const folder = mkdtempSync(join(tmpdir(), 'dkc-office-'));
  try {
    const paths: string[] = [];
    for (const [name, content] of Object.entries(files)) {
      paths.push(join(folder, name));
      await writeFile(join(folder, name), content);
    }
    const out = join(folder, 'out');
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const args = [`-env:UserInstallation=${profile}`, '--headless', '--norestore', '--convert-to', to];
    if (from !== undefined) args.push(`--infilter=${from}`);
    const said = await run(program, [...args, '--outdir', out, ...paths]);
    const made = existsSync(out) ? await readdir(out) : [];
    const read = await Promise.all(
      made.map(async (name) => [name, await readFile(join(out, name))] as const),
    );
    return { files: new Map(read), said };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 });
    let said = '';
    child.stdout.on('data', (data: Buffer) => (said += data.toString()));
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve(said);
      else reject(new Error(`LibreOffice ended with ${code}: ${said}`));
    });
  });
}
