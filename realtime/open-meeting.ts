/** What one open meeting consists of, and how it is wired: its authority, who is there, and what is kept beside it. */
import type { Journal } from '../assessment/journal.ts';
import { listCopies } from '../db/copies.ts';
import type { DataFolder } from '../db/data-folder.ts';
import { serverHash } from '../db/sealing.ts';
import { Authority, type AuthorityOptions } from './authority.ts';
import type { ServerClock } from './clock.ts';
import { copiesAtLocks } from './copies.ts';
import { sweepsDecks } from './deck-sweep.ts';
import type { Keeping } from './keeping.ts';
import { lockHeads } from './lock-heads.ts';
import type { Log } from './log.ts';
import type { MeetingList } from './meeting-list.ts';
import { sweepsPictures } from './picture-sweep.ts';
import { Presence } from './presence.ts';
import { randomness } from './randomness.ts';

export interface OpenMeeting {
  id: string;
  authority: Authority;
  presence: Presence;
  journal: Journal;
}

export interface WiringParts {
  data: DataFolder;
  clock: ServerClock;
  log: Log;
  keeping: Keeping;
  list: MeetingList;
}

/**
 * Folds a journal, and sets going what follows it from here on.
 * @throws BrokenChain where what is folded is not what was written (J4)
 */
export async function wired(id: string, journal: Journal, parts: WiringParts): Promise<OpenMeeting> {
  const { data, keeping, list, log } = parts;
  const presence = new Presence();
  const snapshot = keeping.fitting(id, data.snapshotOf(id, journal));
  const authority = await Authority.open(journal, optionsOf(id, presence, parts), snapshot);
  keeping.begins(id, authority, snapshot?.head.length ?? 0);
  presence.headAt = lockHeads(journal, authority);
  list.follows(id, authority);
  sweepsDecks(authority, journal.decks, (err) => log.error({ meeting: id, err }, 'decks'));
  sweepsPictures(authority, journal.pictures, (err) => log.error({ meeting: id, err }, 'pictures'));
  copies(id, authority, parts);
  return { id, authority, presence, journal };
}

function optionsOf(id: string, presence: Presence, { clock, log }: WiringParts): AuthorityOptions {
  return {
    clock,
    random: randomness(),
    hash: serverHash,
    online: (session) => presence.online(session),
    wall: (code) => presence.waiting.sessionOf(code),
    onError: (what, error) => log.error({ meeting: id, what, err: error }, 'authority'),
  };
}

/** A place for copies that cannot be read is like a copy that failed: the meeting goes on. */
function copies(id: string, authority: Authority, { data, log }: WiringParts): void {
  try {
    copiesAtLocks(id, authority, data.copier, listCopies(data.dir, id));
  } catch (err) {
    log.warn({ meeting: id, err }, 'copies');
  }
}
