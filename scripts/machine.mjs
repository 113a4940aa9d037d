// What the tests use of the machine; Debian's packages where something is missing.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { locked } from './lock.mjs';
import { command } from './process.mjs';

/** The first has no windows, and takes a fifth less of the machine than the others. */
const BROWSERS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/** Makes sure that the machine has a browser (with a Chinese font) or strace. */
export async function machineHas(...wanted) {
  if ((await missing(wanted)).length > 0) await locked(() => installMissing(wanted));
  process.env.CHROMIUM_PATH ||= findChromium() ?? '';
  const packages = await missing(wanted);
  if (packages.length === 0) return;
  throw new Error(
    `The tests need ${packages.join(', ')}, which could not be installed: install it by hand` +
      (packages.includes(BROWSERS[0]) ? ', or let CHROMIUM_PATH name a Chromium or Chrome.' : '.'),
  );
}

async function installMissing(wanted) {
  const packages = await missing(wanted); // another command may have installed them while this one waited
  if (packages.length === 0) return;
  console.log(`Installing ${packages.join(', ')} with apt-get …`);
  await apt('update', '-q');
  const install = (names) => apt('install', '-q', '-y', '--no-install-recommends', ...names);
  await install(packages);
  // Older distributions have the whole browser only, and apt-get installs nothing where it does not know one of all.
  const lacking = await missing(wanted);
  if (lacking.includes(BROWSERS[0]))
    await install(lacking.map((name) => (name === BROWSERS[0] ? 'chromium' : name)));
}

/** The names of the Debian packages that are missing. */
async function missing(wanted) {
  const packages = [];
  const linux = process.platform === 'linux';
  if (wanted.includes('browser')) {
    if (!existsSync(process.env.CHROMIUM_PATH || (findChromium() ?? ''))) packages.push(BROWSERS[0]);
    if (linux && !findProgram('fc-list')) packages.push('fontconfig', 'fonts-noto-cjk');
    else if (linux && !(await hasChineseFont())) packages.push('fonts-noto-cjk');
  }
  if (wanted.includes('strace') && linux && !findProgram('strace')) packages.push('strace');
  return packages;
}

async function hasChineseFont() {
  const { output } = await command('fc-list', [':lang=zh-cn'], { stdio: ['ignore', 'pipe', 'ignore'] });
  return output !== '';
}

const findChromium = () => BROWSERS.map(findProgram).find(Boolean);

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
