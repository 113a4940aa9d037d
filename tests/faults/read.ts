/** A meeting's file as it lies on the disk, read beside a hub that may be running, or dead. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Sealed } from '../../assessment/journal.ts';
import { JournalReader } from '../../db/journal-reader.ts';
import { openReader } from '../../db/open.ts';

/** All entries of one file. */
export function sealedIn(file: string): Sealed[] {
  const reader = new JournalReader(openReader(file));
  try {
    return [...reader.sealed(1, reader.head().length)];
  } finally {
    reader.close();
  }
}

/** The files of all meetings of a data folder. */
export function meetingsIn(data: string): string[] {
  const folder = join(data, 'meetings');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sqlite'))
    .map((name) => join(folder, name));
}

/** The file of the one meeting of a data folder. */
export function meetingIn(data: string): string {
  const [file, ...more] = meetingsIn(data);
  if (file === undefined || more.length > 0) throw new Error(`${more.length + 1} meetings in ${data}`);
  return file;
}
