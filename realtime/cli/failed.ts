/** Ends a command about data folders in words. */
import { DataFolderError, DataFolderInUse } from '../../db/errors.ts';
import type { Text } from '../text/index.ts';

/** Says what is known and ends with 2; what nobody foresaw is thrown on. */
export function failed(error: unknown, text: Text): void {
  if (error instanceof DataFolderInUse) console.error(text.folderInUse(error.path, error.pid));
  else if (error instanceof DataFolderError) console.error(text.folder(error.code, error.path));
  else throw error;
  process.exitCode = 2;
}
