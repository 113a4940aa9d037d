/** A server that a bench measures against: a program of `baselines/` as its own process, on the servers' core. */
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { SERVER_CORE } from '../pin.ts';

export class Program {
  readonly url: string;
  readonly pid: number;
  readonly #child: ChildProcess;

  private constructor(url: string, child: ChildProcess) {
    this.url = url;
    this.pid = child.pid ?? 0;
    this.#child = child;
  }

  /** Starts `baselines/NAME.ts` and resolves when it says its port. */
  static start(name: string, env: Record<string, string> = {}): Promise<Program> {
    const file = fileURLToPath(new URL(`../baselines/${name}.ts`, import.meta.url));
    const [command = process.execPath, ...before] = [...SERVER_CORE, process.execPath];
    const child = spawn(command, [...before, file], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return new Promise((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
      child.stdout.once('data', (port: Buffer) =>
        resolve(new Program(`http://127.0.0.1:${Number(port)}`, child)),
      );
    });
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#child.removeAllListeners('exit');
      this.#child.once('exit', () => resolve());
      this.#child.kill('SIGKILL');
    });
  }
}
