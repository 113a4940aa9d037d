// Child processes of the launcher: always the project's Node 24, signals passed on, nothing left behind.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const node = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

const bin = join(root, 'node_modules/.bin');
const elsewhere = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => folder !== bin)
  .join(delimiter);

/** No colours into a file or a pipe, also where CI=true makes the tools believe in them. */
const plain = process.stdout.isTTY || process.env.FORCE_COLOR ? {} : { NO_COLOR: '1' };

/** What Node made of our TypeScript last time; a start then takes half as long. */
const compiled = { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'build/compiled') };

const children = new Set();
let stopped;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // A Ctrl-C in a terminal reaches the children by itself; a second copy would cut their orderly stop short.
    if (!(process.stdin.isTTY && signal !== 'SIGTERM')) stop(signal);
    stopped ??= signal;
  });
}

// npm that was killed outright passes nothing on: without it there is nobody left to stop the children.
const parent = process.ppid;
if (process.env.npm_lifecycle_event)
  setInterval(() => process.ppid === parent || stop('SIGTERM'), 500).unref();

/** Passes a signal on, once: a process group that is told to stop tells us directly and again through npm. */
function stop(signal) {
  if (stopped) return;
  stopped = signal;
  for (const child of children) child.kill(signal);
}

/** The script behind a command of an installed package, so that it runs under our Node and not by its shebang. */
export function program(command) {
  const packages = { playwright: '@playwright/test', 'svelte-kit': '@sveltejs/kit', tsc: 'typescript' };
  const folder = join(root, 'node_modules', packages[command] ?? command);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Runs a script under Node 24 and resolves to its exit code. */
export const run = (file, args = [], options = {}) =>
  start(node, [file, ...args], options).then((done) => done.code);

/** The same, with what it printed, in the order of printing. */
export const capture = (file, args = [], options = {}) =>
  start(node, [file, ...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });

/** A command of the machine (npm, apt-get), away from node_modules/.bin, which it may be about to replace. */
export const command = (name, args, options = {}) =>
  start(name, args, {
    ...options,
    env: { PATH: elsewhere, ...options.env },
    shell: process.platform === 'win32',
  });

/** Waits for a captured or shown command and throws what it printed when it failed. */
export async function must(what, running) {
  const { code, output } = await running;
  if (code !== 0) throw new Error(`${output.trim()}\n${what} failed with code ${code}.`.trimStart());
}

function start(file, args, { env, ...options }) {
  if (stopped) return Promise.resolve({ code: exitCode(null, stopped), output: '' });
  const PATH = bin + delimiter + elsewhere;
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: root,
      stdio: 'inherit',
      ...options,
      env: { ...process.env, ...plain, ...compiled, PATH, ...env },
    });
    let output = '';
    children.add(child);
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => {
      children.delete(child);
      resolve({ code: 127, output: `${file}: ${error.message}\n` });
    });
    child.on('close', (code, signal) => {
      children.delete(child);
      resolve({ code: exitCode(code, signal), output });
    });
  });
}

const exitCode = (code, signal) => code ?? 128 + (constants.signals[signal] ?? 0);
