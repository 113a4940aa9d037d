/** Reading with a time limit: the worker is ended when it takes too long, and said so. */
import { ImportFailure, LIMITS, type FailureCode, type FailureDetail } from './failure.ts';
import type { Source } from './read.ts';
import type { Table } from './table.ts';

export type Answer = { ok: true; tables: Table[] } | { ok: false; code: FailureCode; detail: FailureDetail };

/** What is used of a Worker. */
export interface Reader {
  onmessage: ((event: { data: Answer }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  postMessage(source: Source): void;
  terminate(): void;
}

const newWorker = (): Reader =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }) as unknown as Reader;

/** @throws ImportFailure */
export function read(source: Source, start: () => Reader = newWorker): Promise<Table[]> {
  return new Promise((resolve, reject) => {
    const worker = start();
    const end = () => {
      clearTimeout(timer);
      worker.terminate();
    };
    const fail = (code: FailureCode, detail?: FailureDetail) => {
      end();
      reject(new ImportFailure(code, detail));
    };
    const timer = setTimeout(() => fail('too-slow'), LIMITS.time);
    worker.onerror = () => fail('broken');
    worker.onmessage = ({ data }) => {
      if (!data.ok) return fail(data.code, data.detail);
      end();
      resolve(data.tables);
    };
    worker.postMessage(source);
  });
}

/** @throws ImportFailure; one that is too big is not even read from the disk */
export async function readFile(file: File): Promise<Table[]> {
  if (file.size > LIMITS.bytes) throw new ImportFailure('too-big');
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new ImportFailure('broken'); // a folder, or a file that was moved away
  }
  return read({ name: file.name, bytes });
}
