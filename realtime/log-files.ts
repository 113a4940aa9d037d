/**
 * The log on disk: a file a day in `DATA/logs`, for its owner alone (0600), for as long as `LOG_DAYS` says. No name and
 * no text of a person gets in; addresses stand in the record of sign-ins (`db/audit.ts`) and not here.
 */
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const NAME = /^hub-(\d{4})-(\d{2})-(\d{2})\.log$/;
const two = (value: number): string => String(value).padStart(2, '0');

/** The file of a day as the machine's own calendar has it. @param at ms */
function nameOf(at: number): string {
  const day = new Date(at);
  return `hub-${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}.log`;
}

export class LogFiles {
  readonly #folder: string;
  readonly #now: () => number;
  #name = '';
  #file: number | null = null;

  /** @param now server time in ms */
  constructor(folder: string, now: () => number) {
    this.#folder = folder;
    this.#now = now;
  }

  /** A line. Where the disk takes none, it is lost here: standard error has it as well, and no ballot waits for a log. */
  write(line: string): void {
    try {
      writeSync(this.#open(), line);
    } catch {
      this.close();
    }
  }

  /** That the hub started or stopped: whoever reads a log asks that first, at whatever level it is kept. */
  life(what: 'started' | 'stopped' | 'crashed'): void {
    this.write(`${JSON.stringify({ time: this.#now(), msg: what })}\n`);
  }

  /** Removes files of days that were over before `before` (ms). Other files in the folder are left alone. */
  forget(before: number): void {
    for (const name of this.#names())
      if (name < nameOf(before)) rmSync(join(this.#folder, name), { force: true });
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    [this.#file, this.#name] = [null, ''];
  }

  #names(): string[] {
    try {
      return readdirSync(this.#folder).filter((name) => NAME.test(name));
    } catch {
      return []; // nothing was ever logged
    }
  }

  #open(): number {
    const name = nameOf(this.#now());
    if (this.#file !== null && this.#name === name) return this.#file;
    this.close();
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    this.#file = openSync(join(this.#folder, name), 'a', 0o600);
    this.#name = name;
    return this.#file;
  }
}
