/** The meetings of this hub: each opened once, with its authority, when it is first asked for. */
import type { Draft, Journal } from '../assessment/journal.ts';
import type { Created, Info } from '../assessment/meeting.ts';
import { refuse, type Entry } from '../assessment/noun.ts';
import { copyOpening } from '../assessment/copy.ts';
import { officialOpening } from '../assessment/official.ts';
import { openingOf, type Opening } from '../assessment/opening.ts';
import type { DataFolder } from '../db/data-folder.ts';
import { CATEGORY_IDS, demoRoster } from '../db/demo.ts';
import { listCopies } from '../db/copies.ts';
import { meetingPath, type Meeting, type NewMeeting } from '../db/meetings.ts';
import { serverHash } from '../db/sealing.ts';
import { purgeDue as purgeDueAt } from '../assessment/privacy.ts';
import { noteOfCopy } from '../db/purge-note.ts';
import { filesOfDecks } from '../assessment/deck.ts';
import type { State } from '../assessment/state.ts';
import { Authority, type AuthorityOptions } from './authority.ts';
import type { ServerClock } from './clock.ts';
import type { Log } from './log.ts';
import { copiesAtLocks } from './copies.ts';
import { copyDecks, sweepDecks } from './deck-sweep.ts';
import { Keeping, type ChainWord } from './keeping.ts';
import { sweepsPictures } from './picture-sweep.ts';
import { lockHeads } from './lock-heads.ts';
import { Presence } from './presence.ts';
import { randomness } from './randomness.ts';

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

/** A meeting that runs cannot be put away. */
export class LiveMeeting extends Error {
  override name = 'LiveMeeting';
}

export class Meetings {
  readonly #data: DataFolder;
  readonly #clock: ServerClock;
  readonly #log: Log;
  readonly #open = new Map<string, Promise<OpenMeeting>>();
  /** Meetings that are going official, being put away or deleted at this moment. */
  readonly #moving = new Set<string>();
  readonly #archived: Set<string>;
  readonly keeping: Keeping;
  /** What the list was last told of a meeting, as text. */
  readonly #rows = new Map<string, string>();

  constructor(data: DataFolder, clock: ServerClock, log: Log) {
    this.#data = data;
    this.#clock = clock;
    this.#log = log;
    this.keeping = new Keeping(data.keeper, log);
    data.copier.told = (meeting, outcome) => {
      if ('error' in outcome) log.warn({ meeting, err: outcome.error }, 'copy');
      else log.info({ meeting, copy: outcome.copy.name, bytes: outcome.copy.bytes }, 'copy');
    };
    this.#archived = new Set(this.list().flatMap((row) => (row.archivedAt === null ? [] : [row.id])));
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
    const row: NewMeeting = { title: info.title, mode: 'rehearsal', demo };
    return this.#start(row, (meeting) => openingOf(created(meeting), roster));
  }

  /** A rehearsal with the people and the sheet of another meeting, archived or not; null where there is none. */
  async copy(from: string, info: Info): Promise<Meeting | null> {
    const source = await this.withCode(from);
    if (!source) return null;
    const { state } = source.authority;
    const row: NewMeeting = { title: info.title, mode: 'rehearsal', demo: state.meeting.demo };
    return this.#start(row, ({ id, code }) => copyOpening(state, { id, code, info }));
  }

  /** @param bring what has to be in its file before its opening names it */
  async #start(
    row: NewMeeting,
    opening: (meeting: Meeting) => Entry[],
    bring?: (journal: Journal) => Promise<void>,
  ): Promise<Meeting> {
    const now = this.#clock.now();
    const { meeting, journal } = this.#data.createMeeting(row, now);
    try {
      const drafts = opening(meeting).map((entry): Draft => ({ ...entry, at: now, by: 'system:' }));
      await bring?.(journal);
      await journal.append(drafts);
      const opened = await this.#authorize(meeting.id, journal);
      this.#open.set(meeting.id, Promise.resolve(opened));
      return this.#data.meetings.byId(meeting.id) ?? meeting;
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
   * @throws Refusal `wrong-phase`, `not-ready`, `official-already`, `busy` (it is on its way already); nothing has changed then
   */
  async goOfficial(code: string, letGo: (rehearsal: string) => void): Promise<Meeting | null> {
    const row = this.byCode(code);
    if (!row) return null;
    if (this.#moving.has(row.id)) refuse('busy');
    // A rehearsal that was brought back from the archive is for looking: one rehearsal has one official meeting.
    if (this.list().some(({ previous }) => previous === row.id)) refuse('official-already');
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
      const { title } = authority.state.meeting.info;
      const official: NewMeeting = { title, mode: 'official', previous: row.id, demo: row.demo };
      const meeting = await this.#start(
        official,
        ({ id }) => opening(id),
        (into) => copyDecks(journal.decks, into.decks, filesOfDecks(authority.state)),
      );
      this.#data.meetings.swapCodes(meeting.id, row.id);
      this.#archived.add(row.id);
      const archivedAt = this.#clock.now();
      this.#data.meetings.update(row.id, { archivedAt, purgeDue: purgeDueAt(authority.state, archivedAt) });
      return { ...meeting, code };
    } finally {
      await this.#shut(row.id, journal, letGo);
    }
  }

  /** In this order: who asks for it meanwhile is told `retry`, and never finds its file half closed. */
  async #shut(id: string, journal: Journal, letGo: (meeting: string) => void): Promise<void> {
    await this.keeping.ends(id);
    await journal.close();
    this.#open.delete(id);
    letGo(id);
  }

  /** Whether a meeting was put away: organizers look at it, nobody changes it, and no phone gets in. */
  archived(id: string): boolean {
    return this.#archived.has(id);
  }

  /**
   * Puts a meeting away, and ends its connections.
   * @throws LiveMeeting while it runs; nothing has changed then
   */
  async archive(id: string, letGo: (meeting: string) => void): Promise<void> {
    if (this.#moving.has(id)) refuse('busy');
    this.#moving.add(id);
    // From here on no command gets in; one that is being decided may still open the meeting.
    this.#archived.add(id);
    try {
      const opened = await this.#opened(id).catch((error: unknown) => {
        if (error instanceof Unreadable) return null; // what cannot be read can still be put away, and deleted
        throw error;
      });
      const archivedAt = this.#clock.now();
      if (!opened) return void this.#data.meetings.update(id, { archivedAt });
      const { authority, journal } = opened;
      const runs = () => ['live', 'paused'].includes(authority.state.meeting.phase);
      if (runs()) throw new LiveMeeting();
      await authority.close();
      try {
        if (runs()) throw new LiveMeeting();
        // J6: what was put away before its end is as good as over.
        const { state } = authority;
        const purgeDue = purgeDueAt(state, state.meeting.closedAt ?? archivedAt);
        this.#data.meetings.update(id, { archivedAt, purgeDue });
      } finally {
        await this.#shut(id, journal, letGo);
      }
    } catch (error) {
      if (this.#data.meetings.byId(id)?.archivedAt === null) this.#archived.delete(id);
      throw error;
    } finally {
      this.#moving.delete(id);
    }
  }

  /** Brings an archived meeting back as it was. */
  restore(id: string): void {
    // What is being deleted is not brought back halfway.
    if (this.#moving.has(id)) refuse('busy');
    const over = this.#data.meetings.byId(id)?.phase === 'closed';
    this.#data.meetings.update(id, { archivedAt: null, ...(over ? {} : { purgeDue: null }) });
    this.#archived.delete(id);
  }

  /** Deletes an archived meeting with its file, for good. */
  async remove(id: string, letGo: (meeting: string) => void): Promise<void> {
    if (this.#moving.has(id)) refuse('busy');
    this.#moving.add(id);
    try {
      const known = await this.#open.get(id)?.catch(() => null);
      await known?.authority.close();
      await this.#data.removeMeeting(id);
      this.#open.delete(id);
      letGo(id);
      this.#archived.delete(id);
    } finally {
      this.#moving.delete(id);
    }
  }

  /**
   * J6: shuts a meeting that is over or put away, does some work on its file while nobody can open it, and lets its
   * people come back to what is left.
   * @param check throws where that may not be now; nothing has changed then
   */
  async apart<T>(
    id: string,
    letGo: (meeting: string) => void,
    check: (state: Readonly<State>) => void,
    work: (path: string) => Promise<T>,
  ): Promise<T> {
    if (this.#moving.has(id)) refuse('busy');
    this.#moving.add(id);
    try {
      const { authority, journal } = await this.#opened(id);
      check(authority.state);
      await authority.close();
      // Before the journal: the last connection to close must be one that may empty the write-ahead log (J6).
      await this.keeping.ends(id);
      await journal.close();
      try {
        check(authority.state);
        return await work(meetingPath(this.#data.dir, id));
      } finally {
        this.#open.delete(id);
        this.#rows.delete(id);
        letGo(id);
      }
    } finally {
      this.#moving.delete(id);
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
      journal = this.#data.openMeeting(id, this.#clock.now());
      // J6: a copy that was purged is the journal now, and says so before anything private is added.
      if (journal.purgedUnsaid()) await journal.append([noteOfCopy(this.#clock.now())]);
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
    const options: AuthorityOptions = {
      clock: this.#clock,
      random: randomness(),
      hash: serverHash,
      online: (session) => presence.online(session),
      wall: (code) => presence.waiting.sessionOf(code),
      onError: (what, error) => this.#log.error({ meeting: id, what, err: error }, 'authority'),
    };
    const snapshot = this.keeping.fitting(id, this.#data.snapshotOf(id, journal));
    const authority = await Authority.open(journal, options, snapshot);
    this.keeping.begins(id, authority, snapshot?.head.length ?? 0);
    presence.headAt = lockHeads(journal, authority);
    this.#listed(id, authority);
    authority.onChange(() => this.#listed(id, authority));
    this.#sweepsDecks(id, authority, journal);
    sweepsPictures(authority, journal.pictures, (err) => this.#log.error({ meeting: id, err }, 'pictures'));
    this.#copies(id, authority);
    return { id, authority, presence, journal };
  }

  /** A place for copies that cannot be read is like a copy that failed: the meeting goes on. */
  #copies(id: string, authority: Authority): void {
    const { dir, copier } = this.#data;
    try {
      copiesAtLocks(id, authority, copier, listCopies(dir, id));
    } catch (err) {
      this.#log.warn({ meeting: id, err }, 'copies');
    }
  }

  /** J6: a deck that was replaced or removed leaves the disk; what was left half brought by an earlier process, too. */
  #sweepsDecks(id: string, authority: Authority, journal: Journal): void {
    const sweep = (under: ReadonlySet<string> | null) =>
      void sweepDecks(journal.decks, () => filesOfDecks(authority.state), under, authority.now()).catch(
        (err: unknown) => this.#log.error({ meeting: id, err }, 'decks'),
      );
    let named = '';
    authority.onChange(() => {
      const now = filesOfDecks(authority.state).join();
      if (now !== named) sweep(null);
      named = now;
    });
    named = filesOfDecks(authority.state).join();
    sweep(new Set());
  }

  /** The list repeats what the journal says; where it cannot be written, it is written at the next change. */
  #listed(id: string, authority: Authority): void {
    const { info, phase, closedAt } = authority.state.meeting;
    const { title, place, date } = info;
    const row = this.#rows.get(id);
    const ended = closedAt ?? (this.archived(id) ? (this.#data.meetings.byId(id)?.archivedAt ?? null) : null);
    const purgeDue = purgeDueAt(authority.state, ended);
    const purgedAt = authority.state.privacy.purged?.at ?? null;
    const text = JSON.stringify([title, place, date, phase, purgeDue, purgedAt]);
    if (row === text || authority.state.length === 0) return;
    try {
      this.#data.meetings.update(id, { title, place, date, phase, purgeDue, purgedAt });
      this.#rows.set(id, text);
    } catch (err) {
      this.#log.error({ meeting: id, err }, 'list');
    }
  }

  /** False while a meeting's last commit failed: it takes no ballots. One that cannot be read holds up no other. */
  async healthy(): Promise<boolean> {
    const all = await Promise.allSettled(this.#open.values());
    return all.every((one) => one.status === 'rejected' || one.value.authority.healthy);
  }

  /** J4: whether the chains of the open meetings hold, as far as was looked. */
  chains(): ChainWord {
    return this.keeping.word();
  }

  async close(): Promise<void> {
    const all = await Promise.allSettled(this.#open.values());
    for (const one of all) if (one.status === 'fulfilled') await one.value.authority.close();
  }
}
