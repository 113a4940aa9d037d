/** `npm run backup -- [FOLDER]`: copies the data folder into a new folder of FOLDER (default: beside it), also while the hub runs. */
import { dirname, join, resolve } from 'node:path';
import { backUp } from '../../db/backup.ts';
import { isSound } from '../../db/verify-folder.ts';
import { readConfig } from '../config.ts';
import { textFor } from '../text/index.ts';
import { failed } from './failed.ts';

const text = textFor(process.env);

try {
  const { data } = readConfig(process.env);
  const into = process.argv[2] ?? join(dirname(resolve(data)), 'backups');
  const { path, checks } = await backUp(data, into, Date.now());
  const sound = checks.every(isSound);
  console.log(sound ? text.backup.made(checks.length) : text.backup.damaged);
  console.log(`  ${path}`);
  if (sound) console.log(text.backup.back(path));
  process.exitCode = sound ? 0 : 1;
} catch (error) {
  failed(error, text);
}
