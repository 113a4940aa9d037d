/** The meetings of this hub: each opened once, with its authority, when it is first asked for. */
import { randomBytes } from 'node:crypto';
import type { Draft, Journal } from '../assessment/journal.ts';
import type { Created, Info, Mode } from '../assessment/meeting.ts';
import { refuse, type Entry } from '../assessment/noun.ts';
import { officialOpening } from '../assessment/official.ts';
import { openingOf, type Opening } from '../assessment/opening.ts';
import type { DataFolder } from '../db/data-folder.ts';
import { CATEGORY_IDS, demoRoster } from '../db/demo.ts';
import { meetingPath, type Meeting } from '../db/meetings.ts';
import { Authority } from './authority.ts';
import type { ServerClock } from './clock.ts';
import type { Log } from './log.ts';
import { Presence } from './presence.ts';

export interface OpenMeeting {
  id: string;
  authority: Authority;
  presence: Presence;
  journal: Journal;
}

/** How many units the demo meeting has. */
const DEMO_UNITS = 5;
/** Weights of the seven categories in a new meeting, in hundredths; an assumption to be edited. */
const WEIGHTS: Record<string, number> = {
  party: 2000,
  veteran: 1000,
  npc: 1500,
  cppcc: 1500,
  people: 2500,
  media: 500,
  other: 1000,
};

/** How long a file that could not be read is left alone, in ms: its phones dial again and again. */
const LEFT_ALONE = 5000;

/** A meeting's file cannot be read; the others are served. */
export class Unreadable extends Error {
  override name = 'Unreadable';
  readonly path: string;
  constructor(path: string, cause: unknown) {
    super(path, { cause });
    this.path = path;
  }
}

export class Meetings {
  readonly #data: DataFolder;
  readonly #clock: ServerClock;
  readonly #log: Log;
  readonly #open = new Map<string, Promise<OpenMeeting>>();
  /** Rehearsals that are going official at this moment. */
  readonly #moving = new Set<string>();

  constructor(data: DataFolder, clock: ServerClock, log: Log) {
    this.#data = data;
    this.#clock = clock;
    this.#log = log;
  }

  list(): Meeting[] {
    return this.#data.meetings.list();
  }

  byCode(code: string): Meeting | null {
    return this.#data.meetings.byCode(code);
  }

  /** The meeting with this code, opened; null where there is none. Rejects with `Unreadable`. */
  async withCode(code: string): Promise<OpenMeeting | null> {
    const row = this.byCode(code);
    return row ? this.#opened(row.id) : null;
  }

  /**
   * Opens what is not archived, so that a restart is over before the first phone is back.
   * @returns the files that cannot be read
   */
  async openAll(): Promise<string[]> {
    const current = this.list().filter((row) => row.archivedAt === null);
    const all = await Promise.allSettled(current.map((row) => this.#opened(row.id)));
    return all.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Unreadable).path] : []));
  }

  createDemo(title: string): Promise<Meeting> {
    return this.#create({ title, place: '', date: '' }, demoRoster(DEMO_UNITS), true);
  }

  createNew(info: Info): Promise<Meeting> {
    const categories = Object.entries(CATEGORY_IDS).map(([name, id]) => ({
      id,
      name,
      weight: WEIGHTS[id] ?? 1000,
    }));
    return this.#create(info, { units: [], members: [], examiners: [], categories }, false);
  }

  async #create(info: Info, roster: Opening, demo: boolean): Promise<Meeting> {
    const created = (meeting: Meeting): Created => ({
      id: meeting.id,
      code: meeting.code,
      demo,
      mode: meeting.mode,
      info,
      rehearsal: null,
    });
    return this.#start(info.title, 'rehearsal', null, (meeting) => openingOf(created(meeting), roster));
  }

  async #start(
    title: string,
    mode: Mode,
    previous: string | null,
    opening: (meeting: Meeting) => Entry[],
  ): Promise<Meeting> {
    const now = this.#clock.now();
    const { meeting, journal } = this.#data.createMeeting({ title, mode, previous }, now);
    try {
      const drafts = opening(meeting).map((entry): Draft => ({ ...entry, at: now, by: 'system:' }));
      await journal.append(drafts);
      const opened = await this.#authorize(meeting.id, journal);
      this.#open.set(meeting.id, Promise.resolve(opened));
      return meeting;
    } catch (error) {
      // Nobody has seen it yet: no meeting without its opening stays in the list.
      await this.#data
        .removeMeeting(meeting.id)
        .catch((err: unknown) => this.#log.error({ meeting: meeting.id, err }, 'remove'));
      throw error;
    }
  }

  /**
   * A1: a new journal with the rehearsal's people, passes and devices, under the code that is in print. The rehearsal
   * takes no more commands from the moment its opening is read, and is archived.
   * @param letGo told when nobody can be served from the rehearsal any more, whether the new journal was made or not
   * @throws Refusal `wrong-phase`, `not-ready`, `busy` (it is on its way already); nothing has changed then
   */
  async goOfficial(code: string, letGo: (rehearsal: string) => void): Promise<Meeting | null> {
    const row = this.byCode(code);
    if (!row) return null;
    if (this.#moving.has(row.id)) refuse('busy');
    this.#moving.add(row.id);
    try {
      return await this.#goOfficial(row, letGo);
    } finally {
      this.#moving.delete(row.id);
    }
  }

  async #goOfficial(row: Meeting, letGo: (rehearsal: string) => void): Promise<Meeting> {
    const { code } = row;
    const { authority, journal } = await this.#opened(row.id);
    const opening = (id: string) => officialOpening(authority.state, { id, code, head: authority.head });
    opening('');
    await authority.close();
    try {
      const meeting = await this.#start(row.title, 'official', row.id, ({ id }) => opening(id));
      this.#data.meetings.swapCodes(meeting.id, row.id);
      this.#data.meetings.update(row.id, { archivedAt: this.#clock.now() });
      return { ...meeting, code };
    } finally {
      // In this order: who asks for it meanwhile is told `retry`, and never finds its file half closed.
      await journal.close();
      this.#open.delete(row.id);
      letGo(row.id);
    }
  }

  #opened(id: string): Promise<OpenMeeting> {
    const known = this.#open.get(id);
    if (known) return known;
    const opened = Promise.resolve().then(() => this.#read(id));
    this.#open.set(id, opened);
    opened.catch(() => setTimeout(() => this.#open.delete(id), LEFT_ALONE).unref());
    return opened;
  }

  async #read(id: string): Promise<OpenMeeting> {
    let journal: Journal | undefined;
    try {
      journal = this.#data.openMeeting(id);
      return await this.#authorize(id, journal);
    } catch (err) {
      const path = meetingPath(this.#data.dir, id);
      this.#log.error({ meeting: id, path, err }, 'unreadable');
      await journal?.close();
      throw new Unreadable(path, err);
    }
  }

  async #authorize(id: string, journal: Journal): Promise<OpenMeeting> {
    const presence = new Presence();
    const authority = await Authority.open(journal, {
      clock: this.#clock,
      random: (bytes) => randomBytes(bytes),
      online: (session) => presence.online(session),
      onError: (what, error) => this.#log.error({ meeting: id, what, err: error }, 'authority'),
    });
    return { id, authority, presence, journal };
  }

  /** False while a meeting's last commit failed: it takes no ballots. One that cannot be read holds up no other. */
  async healthy(): Promise<boolean> {
    const all = await Promise.allSettled(this.#open.values());
    return all.every((one) => one.status === 'rejected' || one.value.authority.healthy);
  }

  async close(): Promise<void> {
    const all = await Promise.allSettled(this.#open.values());
    for (const one of all) if (one.status === 'fulfilled') await one.value.authority.close();
  }
}
