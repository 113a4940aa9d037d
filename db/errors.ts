/** What can go wrong with files, as codes; the words for people are elsewhere. */

export type DataFolderCode =
  | 'folder-unwritable'
  | 'file-unusable'
  | 'file-newer'
  | 'meeting-missing'
  | 'meeting-open'
  | 'meeting-exists'
  | 'not-a-meeting'
  | 'copy-damaged'
  | 'other-meeting';

/** Something about `path` keeps the hub from working with it. `cause` has the system's own error. */
export class DataFolderError extends Error {
  override name = 'DataFolderError';
  readonly code: DataFolderCode;
  readonly path: string;

  constructor(code: DataFolderCode, path: string, cause?: unknown) {
    super(`${code}: ${path}`, { cause });
    this.code = code;
    this.path = path;
  }
}

/** Another hub has this data folder; `pid` is its process where it left a note. */
export class DataFolderInUse extends Error {
  override name = 'DataFolderInUse';
  readonly code = 'folder-in-use';
  readonly path: string;
  readonly pid: number | null;

  constructor(path: string, pid: number | null) {
    super(`folder-in-use: ${path}`);
    this.path = path;
    this.pid = pid;
  }
}

export type AccountCode =
  'name-taken' | 'name-empty' | 'last-owner' | 'no-organizer' | 'no-meeting' | 'code-taken';

/** A change to organizers or to the list of meetings that cannot be made. Nothing was changed. */
export class AccountError extends Error {
  override name = 'AccountError';
  readonly code: AccountCode;

  constructor(code: AccountCode) {
    super(code);
    this.code = code;
  }
}
