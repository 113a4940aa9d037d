/** `npm run backup -- [FOLDER]`: copies the data folder into a new folder of FOLDER (default: beside it), also while the hub runs. */
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp } from '../../db/backup.ts';
import { isSound } from '../../db/verify-folder.ts';
import { readConfig } from '../config.ts';
import { textFor } from '../text/index.ts';
import { failed } from './failed.ts';

const text = textFor(process.env);

/** The folder that was named; a word that begins with a hyphen is none. */
function asked(): string | undefined {
  try {
    const { positionals } = parseArgs({ allowPositionals: true, options: {} });
    if (positionals.length <= 1) return positionals[0];
  } catch {
    // said below
  }
  console.error(text.backup.usage);
  process.exit(2);
}

const folder = asked();
try {
  const { data } = readConfig(process.env);
  const into = folder ?? join(dirname(resolve(data)), 'backups');
  const { path, checks } = await backUp(data, into, Date.now());
  const sound = checks.every(isSound);
  console.log(sound ? text.backup.made(checks.length) : text.backup.damaged);
  console.log(`  ${path}`);
  if (sound) console.log(text.backup.back(path));
  process.exitCode = sound ? 0 : 1;
} catch (error) {
  failed(error, text);
}
