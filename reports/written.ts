/**
 * Files are written in a thread of their own: a report of 25 units takes a third of a second and more, and in that time
 * the hub would acknowledge no ballot (J3). What is told is plain data, taken at one moment.
 */
import { Worker } from 'node:worker_threads';
import type { ExportFile } from './files.ts';
import type { ReportLanguage } from './text/index.ts';
import type { Told } from './word/source.ts';

/** `bundle.json` needs no writing. */
export type WrittenFile = Exclude<ExportFile, 'bundle.json'>;

export interface Order {
  file: WrittenFile;
  told: Told;
  language: ReportLanguage;
}

/** @throws Error where the file cannot be written */
export function written(order: Order): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./writing-thread.ts', import.meta.url), { workerData: order });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`${order.file} was not written: ${code}`)));
  });
}
