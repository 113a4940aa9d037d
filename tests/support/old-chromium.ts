/**
 * Chromium 92, the oldest web view that an examiner's way must work in (issue 4, 6): unpacked once from
 * `@sparticuz/chromium@92`, started with a profile of its own, driven over its protocol, ended by its process id.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { chromium, selectors, type Browser } from '@playwright/test';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { filesOfTar } from './tar.ts';

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));
const PACKED = join(MODULES, '@sparticuz/chromium/bin');
const CACHE = join(MODULES, '.cache');
const UNPACKED = join(CACHE, 'chromium-92');
/** How long it may take to open its port, in ms: cold, on two cores that have other work. */
const PATIENCE = 30_000;

const inflate = promisify(brotliDecompress);
const packed = async (name: string): Promise<Buffer> => inflate(await readFile(join(PACKED, name)));

async function unpackInto(folder: string): Promise<void> {
  await writeFile(join(folder, 'chromium'), await packed('chromium.br'), { mode: 0o755 });
  for (const { path, mode, bytes } of filesOfTar(await packed('aws.tar.br'))) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes, { mode });
  }
}

/** The folder with the browser and its libraries. Whole or not there: two processes may ask at once. */
async function unpacked(): Promise<string> {
  if (existsSync(UNPACKED)) return UNPACKED;
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(join(CACHE, 'chromium-92-'));
  try {
    await unpackInto(folder);
    await rename(folder, UNPACKED);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    // Another process was faster: its folder is as good.
    if (!existsSync(UNPACKED)) throw error;
  }
  return UNPACKED;
}

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--lang=zh-CN',
  '--remote-debugging-port=0',
];

/** Why it does not start, for whoever has a machine that lacks a library. */
function reason(said: string): string {
  const library = /error while loading shared libraries: (\S+):/.exec(said)?.[1];
  return library
    ? `Chromium 92 needs the library ${library}, which this machine lacks (install what Chromium itself needs, e.g. libnss3)`
    : `Chromium 92 did not start:\n${said.slice(-2000)}`;
}

/** Resolves with the address of its protocol, which it prints. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(reason(said))), PATIENCE);
    child.stderr?.on('data', (text: Buffer) => {
      said += text.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    });
    child.once('error', (error) => reject(new Error(reason(String(error)))));
    child.once('exit', () => {
      clearTimeout(late);
      reject(new Error(reason(said)));
    });
  });
}

/**
 * What Playwright asks of an element since Chromium 105: whether it has a box. Given as a way of selecting, which it
 * sets up in its own world beside the page's before it looks for anything: the page sees an old browser all the same.
 */
function boxes() {
  Element.prototype.checkVisibility ??= function (this: Element) {
    return this.getClientRects().length > 0 || getComputedStyle(this).display === 'contents';
  };
  return { query: () => null, queryAll: () => [] };
}
let taught: Promise<void> | null = null;

export class OldChromium {
  readonly browser: Browser;
  readonly #child: ChildProcess;
  readonly #profile: string;

  private constructor(browser: Browser, child: ChildProcess, profile: string) {
    this.browser = browser;
    this.#child = child;
    this.#profile = profile;
  }

  static async start(): Promise<OldChromium> {
    await (taught ??= selectors.register('boxes', boxes, { contentScript: true }));
    const folder = await unpacked();
    const profile = await mkdtemp(join(tmpdir(), 'chromium-92-'));
    const child = spawn(join(folder, 'chromium'), [...ARGUMENTS, `--user-data-dir=${profile}`], {
      env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib'), LANG: 'C.UTF-8' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    try {
      const browser = await chromium.connectOverCDP(await addressOf(child));
      return new OldChromium(browser, child, profile);
    } catch (error) {
      await ended(child);
      await rm(profile, { recursive: true, force: true });
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await ended(this.#child);
    // Its helpers may write a last line while they go.
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
