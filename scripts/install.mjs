// The dependencies, exactly as package-lock.json names them.
import { existsSync, readFileSync } from 'node:fs';
import { locked } from './lock.mjs';
import { command, must, node } from './process.mjs';

/** Installs from the lock file when node_modules is not what the lock file says. */
export async function install() {
  if (installed()) return;
  await locked(async () => {
    if (installed()) return;
    console.log('Installing the dependencies from package-lock.json …');
    // Without install scripts: npm 10 would compile better-sqlite3, which carries its binaries. `node` alone needs one.
    const quiet = { stdio: ['ignore', 'pipe', 'pipe'] };
    await must(
      'npm ci',
      command('npm', ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--loglevel=error']),
    );
    await must('npm rebuild node', command('npm', ['rebuild', 'node', '--ignore-scripts=false'], quiet));
    if (!installed()) throw new Error('npm ended well, but node_modules is not what package-lock.json says.');
  });
}

/** Compares the lock file with the record that npm leaves in node_modules, so that a manual `npm ci` counts too. */
function installed() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(node) || !existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const found = JSON.parse(readFileSync(record, 'utf8')).packages;
  const same = ([path, entry]) =>
    found[path]
      ? found[path].version === entry.version && found[path].integrity === entry.integrity
      : entry.optional;
  const { '': _project, ...packages } = wanted;
  return Object.entries(packages).every(same) && Object.keys(found).every((path) => path in packages);
}
