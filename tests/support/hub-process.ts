/** A hub as its own process, on loopback, a free port and a folder of its own; ended by its process id. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { signingKeyOf } from '../../db/data-folder.ts';
import { signToken } from '../../db/tokens.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

export interface HubProcessOptions {
  data?: string;
  port?: number;
  env?: Record<string, string>;
  /** Starts the hub again when it dies without having been asked to. */
  restart?: boolean;
  /** What runs the hub, in front of `node`: a tracer, a pin to a core. */
  under?: string[];
}

export class HubProcess {
  readonly url: string;
  readonly data: string;
  /** Everything it printed. */
  output = '';
  restarts = 0;
  readonly #options: HubProcessOptions;
  readonly #port: number;
  readonly #ownsData: boolean;
  #child: ChildProcess | null = null;
  #stopping = false;

  private constructor(port: number, data: string, ownsData: boolean, options: HubProcessOptions) {
    this.#port = port;
    this.data = data;
    this.url = `http://127.0.0.1:${port}`;
    this.#ownsData = ownsData;
    this.#options = options;
  }

  static async start(options: HubProcessOptions = {}): Promise<HubProcess> {
    const data = options.data ?? (await mkdtemp(join(tmpdir(), 'dakaochang-')));
    const hub = new HubProcess(options.port ?? (await freePort()), data, options.data === undefined, options);
    await hub.run();
    return hub;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  get alive(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Starts the process and resolves when it can take ballots. */
  async run(): Promise<void> {
    this.#stopping = false;
    const [command = process.execPath, ...before] = [...(this.#options.under ?? []), process.execPath];
    const child = spawn(command, [...before, 'realtime/main.ts'], {
      cwd: ROOT,
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(this.#port),
        DATA: this.data,
        ...this.#options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    child.stdout.on('data', (text: Buffer) => (this.output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (this.output += text.toString()));
    child.once('exit', () => this.#exited(child));
    await this.#ready(child);
  }

  /** A token with an owner's rights, signed with the hub's own key. */
  token(role: 'owner' | 'host' | 'scrutineer' | 'viewer' = 'owner'): string {
    const key = signingKeyOf(this.data);
    if (!key) throw new Error('the hub has no signing key yet');
    return signToken(key, { role, name: role, expires: Date.now() + 86_400_000 });
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    this.#stopping = signal === 'SIGTERM';
    return this.#end(signal);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#end('SIGTERM');
    if (this.#ownsData) await rm(this.data, { recursive: true, force: true });
  }

  #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  }

  #exited(child: ChildProcess): void {
    if (this.#stopping || !this.#options.restart || this.#child !== child) return;
    this.restarts += 1;
    void this.run();
  }

  async #ready(child: ChildProcess): Promise<void> {
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the hub ended with ${child.exitCode}:\n${this.output}`);
      const answer = await fetch(`${this.url}/readyz`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
}
