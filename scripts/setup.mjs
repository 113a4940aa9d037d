// What a command needs before it can run, each made only when it is missing or out of date.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { command, node, program, run } from './process.mjs';
import { locked } from './lock.mjs';

/** Installs from the lock file when node_modules is not what the lock file says. */
export async function install() {
  if (installed()) return;
  await locked(async () => {
    if (installed()) return;
    console.log('Installing the dependencies from package-lock.json …');
    // Without install scripts: npm 10 would compile better-sqlite3, which carries its binaries. `node` alone needs one.
    await must(command('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']));
    await must(command('npm', ['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']));
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

const inputs = [
  'web',
  'slides',
  'assessment',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.base.json',
  'package-lock.json',
];
const stamp = 'build/web.inputs';

/** Builds the pages when one of the files that go into them changed. */
export async function buildWeb() {
  if (built()) return;
  await locked(async () => {
    if (built()) return;
    const inputsNow = fingerprint();
    console.log('Building the pages …');
    rmSync('build/web-next', { recursive: true, force: true });
    const env = { WEB_OUT: 'build/web-next', BUILD_ID: inputsNow.slice(0, 12), NODE_ENV: 'production' };
    await must(run(program('vite'), ['build', '--logLevel=warn'], { env }));
    // A hub that is running never sees half a build.
    rmSync('build/web-last', { recursive: true, force: true });
    if (existsSync('build/web')) renameSync('build/web', 'build/web-last');
    renameSync('build/web-next', 'build/web');
    rmSync('build/web-last', { recursive: true, force: true });
    writeFileSync(stamp, inputsNow);
  });
}

function built() {
  return (
    existsSync('build/web/index.html') && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()
  );
}

function fingerprint() {
  const hash = createHash('sha256');
  const protocol = existsSync('realtime')
    ? readdirSync('realtime').filter((name) => name.startsWith('protocol'))
    : [];
  for (const path of [...inputs, ...protocol.map((name) => join('realtime', name))]) {
    for (const file of files(path)) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function files(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)));
}

/** Writes what SvelteKit generates (types, tsconfig), which the compiler and the tests read. */
export async function syncKit() {
  if (existsSync('.svelte-kit/tsconfig.json')) return;
  await locked(() => must(run(program('svelte-kit'), ['sync'])));
}

/** What the tests use of the machine: a browser, a Chinese font, strace. Debian's packages where one is missing. */
export async function systemTools() {
  process.env.CHROMIUM_PATH ??= findChromium() ?? '';
  if ((await missing()).length === 0) return;
  await locked(async () => {
    const packages = await missing();
    if (packages.length === 0) return;
    console.log(`Installing ${packages.join(', ')} with apt-get …`);
    await apt('update', '-q');
    await apt('install', '-q', '-y', '--no-install-recommends', ...packages);
  });
  process.env.CHROMIUM_PATH ||= findChromium() ?? '';
  const still = await missing();
  if (still.length > 0) {
    throw new Error(
      `The tests need ${still.join(', ')} and could not install them: install them by hand, ` +
        'or point CHROMIUM_PATH to a Chromium or Chrome.',
    );
  }
}

async function missing() {
  const packages = [];
  if (!existsSync(process.env.CHROMIUM_PATH || (findChromium() ?? ''))) packages.push('chromium');
  if (process.platform !== 'linux') return packages;
  if (!findProgram('fc-list')) packages.push('fontconfig', 'fonts-noto-cjk');
  else if (!(await hasChineseFont())) packages.push('fonts-noto-cjk');
  if (!findProgram('strace')) packages.push('strace');
  return packages;
}

const hasChineseFont = async () =>
  (await command('fc-list', [':lang=zh-cn'], { stdio: ['ignore', 'pipe', 'ignore'] })).output !== '';

const findChromium = () =>
  ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(findProgram).find(Boolean);

const findProgram = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

async function apt(...args) {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [name, ...rest] = [...asRoot, 'apt-get', ...args];
  const { code, output } = await command(name, rest, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (code !== 0) console.error(output.trim());
}

async function must(running) {
  const result = await running;
  const code = typeof result === 'number' ? result : result.code;
  if (code !== 0) throw new Error(result.output?.trim() || `It ended with code ${code}.`);
}
