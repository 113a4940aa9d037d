/** The data folder: `hub.sqlite`, one file a meeting, and the lock that keeps a second hub away. */
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  rmSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Journal } from '../assessment/journal.ts';
import { copiesFolder } from './copies.ts';
import { Copier } from './copier.ts';
import { foldingCode } from './folding-code.ts';
import { Keeper } from './keeper.ts';
import { dropSnapshot, readSnapshot, type Misfit, type Snapshot } from './snapshot.ts';
import { DataFolderError } from './errors.ts';
import type { HubStore } from './hub-store.ts';
import { openHubStore } from './hub-store.ts';
import type { JournalOptions } from './journal-options.ts';
import { noteHome } from './home.ts';
import { lockFolder } from './lock.ts';
import type { Meeting, NewMeeting } from './meetings.ts';
import { meetingPath, newMeetingId } from './meetings.ts';
import { readSigningKey } from './secrets.ts';
import type { SessionOptions } from './sessions.ts';
import { SqliteJournal } from './sqlite-journal.ts';
import { WorkerJournal } from './worker-journal.ts';

export interface DataFolderOptions extends SessionOptions {
  /** Commit each meeting's journal in a thread of its own. Default true: docs/decisions/0001-commit-thread.md. */
  threads?: boolean;
  /** For every journal that is opened; `onClosed` is called as well. */
  journal?: JournalOptions;
  /** Tests: how long the keeper waits. */
  keeper?: { later: number };
}

/** The stores of `hub.sqlite`, and the meetings as files. Every file has one writer: this process. */
export interface DataFolder extends Omit<HubStore, 'close'> {
  readonly dir: string;
  /** Copies of meetings, made beside what is written. */
  readonly copier: Copier;
  /** Snapshots of meetings and the walk along their chains, beside what is written. */
  readonly keeper: Keeper;
  /** What to begin from where the journal of a meeting is folded; or why there is nothing. */
  snapshotOf(id: string, journal: Journal): Snapshot | Misfit;
  /** A new meeting, its file and its open journal. */
  createMeeting(meeting: NewMeeting, now: number): { meeting: Meeting; journal: Journal };
  /**
   * @param now ms: where the file is at home is noted, and in its journal where that is elsewhere than before
   * @throws DataFolderError `meeting-missing`, `meeting-open` (one writer a file), `file-unusable`, `file-newer`.
   */
  openMeeting(id: string, now?: number): Journal;
  /** Closes the meeting if it is open, deletes its file and copies, then its row: what is listed can still be deleted. */
  removeMeeting(id: string): Promise<void>;
  /** Closes every journal that is still open, then the hub's file, then gives the folder back. */
  close(): Promise<void>;
}

/**
 * Opens `dir`, making it (mode 0700) where it is missing.
 * @throws DataFolderError `folder-unwritable`, `file-unusable`, `file-newer`; DataFolderInUse.
 */
export function openDataFolder(dir: string, options: DataFolderOptions = {}): DataFolder {
  const path = resolve(dir);
  makeFolder(path);
  makeFolder(join(path, 'meetings'));
  const lock = lockFolder(path);
  try {
    const hub = openHubStore(join(path, 'hub.sqlite'), options);
    hub.secrets.signingKey(); // made now, so that `npm run token` finds one
    return new OpenDataFolder(path, hub, lock.release, options);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The signing key of `dir` for `signToken`, also while a hub runs there; null where no hub ever ran. */
export function signingKeyOf(dir: string): Buffer | null {
  const file = join(resolve(dir), 'hub.sqlite');
  return existsSync(file) ? readSigningKey(file) : null;
}

class OpenDataFolder implements DataFolder {
  readonly dir: string;
  readonly organizers;
  readonly sessions;
  readonly meetings;
  readonly secrets;
  readonly setup;
  readonly audit;
  readonly copier: Copier;
  readonly keeper: Keeper;
  /** What this process folds with, as it lay on the disk when it began. */
  readonly #code = foldingCode();
  readonly #hub: HubStore;
  readonly #release: () => void;
  readonly #options: DataFolderOptions;
  readonly #open = new Map<string, Journal>();

  constructor(dir: string, hub: HubStore, release: () => void, options: DataFolderOptions) {
    this.dir = dir;
    ({
      organizers: this.organizers,
      sessions: this.sessions,
      meetings: this.meetings,
      secrets: this.secrets,
      setup: this.setup,
      audit: this.audit,
    } = hub);
    this.#hub = hub;
    this.#release = release;
    this.#options = options;
    this.copier = new Copier({ dir, threads: options.threads ?? true });
    this.keeper = new Keeper({ dir, threads: options.threads ?? true, ...options.keeper });
  }

  createMeeting(meeting: NewMeeting, now: number): { meeting: Meeting; journal: Journal } {
    const id = newMeetingId();
    // The file first: a crash in between leaves an empty file that nobody lists, never a meeting without a file.
    noteHome(meetingPath(this.dir, id), false, now);
    const journal = this.#journal(id, true);
    try {
      return { meeting: this.meetings.create(meeting, now, id), journal };
    } catch (error) {
      void journal.close();
      throw error;
    }
  }

  openMeeting(id: string, now?: number): Journal {
    const path = meetingPath(this.dir, id);
    if (this.#open.has(id)) throw new DataFolderError('meeting-open', path);
    if (!this.meetings.byId(id) || !existsSync(path)) throw new DataFolderError('meeting-missing', path);
    if (now !== undefined) noteHome(path, true, now);
    return this.#journal(id, true);
  }

  snapshotOf(id: string, journal: Journal): Snapshot | Misfit {
    return readSnapshot(meetingPath(this.dir, id), journal, this.#code);
  }

  async removeMeeting(id: string): Promise<void> {
    const path = meetingPath(this.dir, id);
    await this.keeper.end(id);
    await this.#open.get(id)?.close();
    await this.copier.apart(id, () => rmSync(copiesFolder(this.dir, id), { recursive: true, force: true }));
    dropSnapshot(path);
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
    this.meetings.remove(id);
  }

  async close(): Promise<void> {
    try {
      await this.copier.idle();
      await this.keeper.close();
      await Promise.all([...this.#open.values()].map((journal) => journal.close()));
    } finally {
      this.#hub.close();
      this.#release();
    }
  }

  #journal(id: string, mustExist: boolean): Journal {
    const { threads = true, journal: given } = this.#options;
    const onClosed = () => {
      this.#open.delete(id);
      given?.onClosed?.();
    };
    const options = { ...given, mustExist, onClosed };
    const path = meetingPath(this.dir, id);
    const journal = threads ? new WorkerJournal(path, options) : new SqliteJournal(path, options);
    this.#open.set(id, journal);
    return journal;
  }
}

function makeFolder(path: string): void {
  try {
    const made = mkdirSync(path, { recursive: true, mode: 0o700 });
    if (made) {
      chmodSync(path, 0o700); // the umask may have taken too much
      syncFolder(dirname(path));
    }
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new DataFolderError('folder-unwritable', path, cause);
  }
}

/** J3: the name of a new folder is on disk as well. SQLite does the same for the files inside. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return; // cannot open a folder, and does not need to
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
