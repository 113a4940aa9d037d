// The pages, built when something that goes into them changed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { compress } from './compress.mjs';
import { locked } from './lock.mjs';
import { listOffline } from './offline.mjs';
import { capture, must, program } from './process.mjs';

const inputs = [
  'web',
  'slides',
  'assessment',
  'svelte.config.js',
  'vite.config.ts',
  'vite.phone.config.ts',
  'vite.recount.config.ts',
  'vite.publication.config.ts',
  'scripts/compress.mjs',
  'scripts/early.ts',
  'scripts/offline.mjs',
  'scripts/old-views.ts',
  'scripts/one-file.ts',
  'scripts/own-page.ts',
  'scripts/phone-chunks.ts',
  'scripts/slim.ts',
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
    await must('vite build', capture(program('vite'), ['build', '--logLevel=warn'], { env }));
    const own = (what, config) => {
      const words = ['build', '--config', config, '--logLevel=warn'];
      return must(`vite build of ${what}`, capture(program('vite'), words, { env }));
    };
    await own('the phones', 'vite.phone.config.ts');
    await own('the recount page', 'vite.recount.config.ts');
    fingerprintOf('build/web-next/recount.html');
    await own('the public page', 'vite.publication.config.ts');
    listOffline('build/web-next', env.BUILD_ID);
    compress('build/web-next/phone.html');
    compress('build/web-next/recount.html');
    compress('build/web-next/_app/immutable/phone');
    compress('build/web-next/publication.html');
    compress('build/web-next/_app/immutable/publication');
    // A hub that is running never sees half a build.
    rmSync('build/web-last', { recursive: true, force: true });
    if (existsSync('build/web')) renameSync('build/web', 'build/web-last');
    renameSync('build/web-next', 'build/web');
    rmSync('build/web-last', { recursive: true, force: true });
    writeFileSync(stamp, inputsNow);
  });
}

/** Writes a file's SHA-256 beside it, as `sha256sum -c` reads it: two people can tell that they hold the same page. */
function fingerprintOf(path) {
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
  writeFileSync(`${path}.sha256`, `${hash}  ${basename(path)}\n`);
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
  await locked(() => must('svelte-kit sync', capture(program('svelte-kit'), ['sync'])));
}
