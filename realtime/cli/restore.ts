/** `npm run restore -- BACKUP`: puts a backup in the place of the data folder; what was there is put aside. */
import { restore } from '../../db/backup.ts';
import { readConfig } from '../config.ts';
import { textFor } from '../text/index.ts';
import { failed } from './failed.ts';

const text = textFor(process.env);
const [backup, ...more] = process.argv.slice(2);

if (backup === undefined || more.length > 0) {
  console.error(text.backup.usage);
  process.exit(2);
}
try {
  const { data } = readConfig(process.env);
  const { aside, checks } = await restore(backup, data, Date.now());
  console.log(text.backup.restored(checks.length));
  console.log(`  ${data}`);
  if (aside !== null) console.log(text.backup.aside(aside));
} catch (error) {
  failed(error, text);
}
