/**
 * J6 · The purge of a meeting by the hub that runs it: its own file, the rehearsal that it came from, the automatic
 * copies and the backups beside the data folder. The files are rewritten in a thread of their own.
 */
import { meetingPath, type Meeting } from '../db/meetings.ts';
import type { DataFolder } from '../db/data-folder.ts';
import { knownPlaces, purgeEverywhere, type OpenJournal, type PurgedFile } from '../db/purge.ts';
import { purgeNote } from '../db/purge-note.ts';
import { WorkerJournal } from '../db/worker-journal.ts';
import { whyNotPurged, type PurgeCause } from '../assessment/privacy.ts';
import type { State } from '../assessment/state.ts';
import type { ServerClock } from './clock.ts';
import type { Log } from './log.ts';
import { LiveMeeting, Unreadable, type Meetings } from './meetings.ts';

export interface PurgingParts {
  data: DataFolder;
  meetings: Meetings;
  clock: ServerClock;
  log: Log;
  /** Told when a meeting's people have to come back to what is left of it. */
  moved(meeting: string): void;
}

/** What became of a purge: how many files were gone over, and which could not be (their names are still in them). */
export interface PurgeDone {
  files: number;
  damaged: string[];
}

/** The appeal period is under way: names and reasons may still be needed. */
export class AppealUnderWay extends Error {
  override name = 'AppealUnderWay';
}

const inAThread: OpenJournal = (path) => new WorkerJournal(path, { mustExist: true });

/** A meeting and the rehearsals that it came from: the same people are in them. */
function withRehearsals({ meetings }: PurgingParts, row: Meeting): Meeting[] {
  const all = [row];
  const before = (one: Meeting) => meetings.list().find(({ id }) => id === one.previous);
  for (let one = before(row); one && !all.includes(one); one = before(one)) all.push(one);
  return all;
}

/**
 * @param by `owner:o1`, or `system:`
 * @throws LiveMeeting where the meeting may still go on, AppealUnderWay, Unreadable, Refusal `busy`; nothing has changed then
 */
export async function purgeMeeting(
  parts: PurgingParts,
  row: Meeting,
  cause: PurgeCause,
  by: string,
): Promise<PurgeDone> {
  const files = await purgeOne(parts, row, cause, by);
  for (const rehearsal of withRehearsals(parts, row).slice(1)) {
    try {
      files.push(...(await purgeOne(parts, rehearsal, cause, by)));
    } catch (err) {
      // Brought back and running again, or unreadable: the meeting itself is purged all the same, and it is said.
      if (!(err instanceof LiveMeeting) && !(err instanceof Unreadable)) throw err;
      files.push({ path: meetingPath(parts.data.dir, rehearsal.id), outcome: 'damaged', removed: 0 });
    }
  }
  const damaged = files.flatMap((one) => (one.outcome === 'damaged' ? [one.path] : []));
  if (damaged.length > 0) parts.log.error({ meeting: row.id, damaged }, 'purge');
  return { files: files.length, damaged };
}

async function purgeOne(
  { data, meetings, clock, moved }: PurgingParts,
  { id }: Meeting,
  cause: PurgeCause,
  by: string,
): Promise<PurgedFile[]> {
  const check = (state: Readonly<State>) => {
    const why = whyNotPurged(state, meetings.archived(id), clock.now());
    if (why === 'appeal') throw new AppealUnderWay();
    if (why !== null) throw new LiveMeeting();
  };
  return meetings.moves.apart(id, moved, check, async (path) => {
    const note = purgeNote(cause, by, clock.now());
    const purge = () => purgeEverywhere(path, id, knownPlaces(data.dir), note, inAThread);
    const files = await data.copier.apart(id, purge);
    if (files[0]?.outcome === 'damaged') throw new Unreadable(path, null);
    data.meetings.update(id, { purgedAt: note.at, purgeDue: null });
    return files;
  });
}
