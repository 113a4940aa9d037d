/** The meetings of this hub: each opened once, with its authority, when it is first asked for. */
import { randomBytes } from 'node:crypto';
import type { Draft, Journal } from '../assessment/journal.ts';
import type { Created, Info, Mode } from '../assessment/meeting.ts';
import type { Entry } from '../assessment/noun.ts';
import { officialOpening } from '../assessment/official.ts';
import { openingOf, type Opening } from '../assessment/opening.ts';
import type { DataFolder } from '../db/data-folder.ts';
import { CATEGORY_IDS, demoRoster } from '../db/demo.ts';
import type { Meeting } from '../db/meetings.ts';
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

export class Meetings {
  readonly #data: DataFolder;
  readonly #clock: ServerClock;
  readonly #log: Log;
  readonly #open = new Map<string, Promise<OpenMeeting>>();

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

  /** The meeting with this code, opened; null where there is none. Rejects where its file cannot be read. */
  async withCode(code: string): Promise<OpenMeeting | null> {
    const row = this.byCode(code);
    return row ? this.#opened(row.id) : null;
  }

  /** Opens what is not archived, so that a restart is over before the first phone is back. */
  async openAll(): Promise<void> {
    await Promise.all(
      this.list()
        .filter((row) => row.archivedAt === null)
        .map((row) => this.#opened(row.id)),
    );
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
    const drafts = opening(meeting).map((entry): Draft => ({ ...entry, at: now, by: 'system:' }));
    await journal.append(drafts);
    const opened = this.#authorize(meeting.id, journal);
    this.#open.set(meeting.id, opened);
    await opened;
    return meeting;
  }

  /**
   * A1: a new journal with the rehearsal's people, passes and devices, under the code that is in print. The rehearsal
   * takes no more commands from the moment its opening is read, and is archived.
   * @param letGo told when nobody can be served from the rehearsal any more, whether the new journal was made or not
   * @throws Refusal `wrong-phase`, `not-ready`; nothing has changed then
   */
  async goOfficial(code: string, letGo: (rehearsal: string) => void): Promise<Meeting | null> {
    const row = this.byCode(code);
    if (!row) return null;
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
      this.#open.delete(row.id);
      await journal.close();
      letGo(row.id);
    }
  }

  #opened(id: string): Promise<OpenMeeting> {
    const known = this.#open.get(id);
    if (known) return known;
    const opened = Promise.resolve().then(() => this.#authorize(id, this.#data.openMeeting(id)));
    this.#open.set(id, opened);
    opened.catch(() => this.#open.delete(id));
    return opened;
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

  /** False while a meeting's last commit failed: it takes no ballots. */
  async healthy(): Promise<boolean> {
    const all = await Promise.allSettled(this.#open.values());
    return all.every((one) => one.status === 'fulfilled' && one.value.authority.healthy);
  }

  async close(): Promise<void> {
    const all = await Promise.allSettled(this.#open.values());
    for (const one of all) if (one.status === 'fulfilled') await one.value.authority.close();
  }
}
