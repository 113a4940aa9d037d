/**
 * Loaded in front of a hub (`NODE_OPTIONS=--import`), in its main thread and in each journal's: ends the whole process
 * with SIGKILL at one point of the n-th commit after the start, or keeps an image of the disk at each commit.
 * `KILL_AT=POINT:N[:MS]`, `IMAGES=FOLDER` (as long as a file `on` lies there). The product knows nothing of it.
 */
import Database from 'better-sqlite3';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

/**
 * `before` the transaction begins, and `within`, all rows inserted and nothing committed: so many ms later; `after` the
 * fsync, nobody told; `told`, so many ms behind that: some acknowledgements have left.
 */
export type Point = 'before' | 'within' | 'after' | 'told';

type Transaction = ((...args: never[]) => unknown) & { immediate?: (...args: never[]) => unknown };

const [point = '', nth = '0', wait = '0'] = (process.env['KILL_AT'] ?? '').split(':');
const images = process.env['IMAGES'];
let commits = 0;

const die = () => process.kill(process.pid, 'SIGKILL');

/** Stands still first: an acknowledgement that leaves too early has the time to arrive. */
function dieSlowly(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(wait));
  die();
}

/** Only the journal's own transaction is handed a list of sealed entries. */
const isJournals = (args: readonly unknown[]): boolean =>
  Array.isArray(args[0]) && typeof (args[0][0] as { hash?: unknown } | undefined)?.hash === 'string';

function keep(db: Database.Database, name: string): void {
  if (images === undefined || !existsSync(join(images, 'on'))) return;
  const folder = join(images, `${Date.now()}-${process.pid}-${commits}-${name}`);
  mkdirSync(folder, { recursive: true });
  for (const end of ['', '-wal'])
    if (existsSync(db.name + end)) copyFileSync(db.name + end, join(folder, `meeting.sqlite${end}`));
}

if (!isMainThread && (point !== '' || images !== undefined)) {
  const transaction = Database.prototype.transaction as (this: unknown, work: Transaction) => Transaction;
  const patched = function (this: Database.Database, work: Transaction): Transaction {
    const reaches = (where: string) => point === where && commits === Number(nth);
    const inner = (...args: never[]) => {
      const result = work(...args);
      if (isJournals(args)) {
        if (reaches('within')) dieSlowly();
        keep(this, 'within');
      }
      return result;
    };
    const made = transaction.call(this, inner);
    const immediate = (...args: never[]) => {
      if (!isJournals(args)) return made.immediate?.(...args);
      commits += 1;
      if (reaches('before')) dieSlowly();
      const result = made.immediate?.(...args);
      if (reaches('after')) die();
      if (reaches('told')) setTimeout(die, Number(wait));
      keep(this, 'after');
      return result;
    };
    return Object.assign((...args: never[]) => made(...args), { immediate });
  };
  Object.assign(Database.prototype, { transaction: patched });
}
