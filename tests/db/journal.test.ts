import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Journal } from '../../assessment/journal.ts';
import type { JournalOptions } from '../../db/journal-options.ts';
import { MemoryJournal } from '../../db/memory-journal.ts';
import { SqliteJournal } from '../../db/sqlite-journal.ts';
import { WorkerJournal } from '../../db/worker-journal.ts';
import { temporaryFolders } from './folders.ts';
import { fileContract } from './journal-file.contract.ts';
import { journalContract } from './journal.contract.ts';

const folder = temporaryFolders();
const open: Journal[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((journal) => journal.close()));
});

function kept<T extends Journal>(journal: T): T {
  open.push(journal);
  return journal;
}

const inFile = (Store: typeof SqliteJournal | typeof WorkerJournal) => ({
  make: (options?: JournalOptions) => kept(new Store(join(folder(), 'm.sqlite'), options)),
  at: (path: string, options?: JournalOptions) => kept(new Store(path, options)),
});

journalContract('memory journal', (options) => kept(new MemoryJournal(options)));

for (const [name, Store] of [
  ['sqlite journal', SqliteJournal],
  ['worker journal', WorkerJournal],
] as const) {
  const { make, at } = inFile(Store);
  journalContract(name, make);
  fileContract(name, at, folder);
}
