/**
 * What a meeting as a whole can undergo: going official (A1), being put away, brought back, deleted, or rewritten (J6).
 * One at a time; who is in it has to come back to what is left.
 */
import { filesOfDecks } from '../assessment/deck.ts';
import { refuse } from '../assessment/noun.ts';
import { officialOpening } from '../assessment/official.ts';
import { purgeDue as purgeDueAt } from '../assessment/privacy.ts';
import type { State } from '../assessment/state.ts';
import type { DataFolder } from '../db/data-folder.ts';
import { meetingPath, type Meeting, type NewMeeting } from '../db/meetings.ts';
import type { Beginnings } from './beginnings.ts';
import type { ServerClock } from './clock.ts';
import { copyDecks } from './deck-sweep.ts';
import type { MeetingList } from './meeting-list.ts';
import type { OpenMeeting } from './open-meeting.ts';
import { Unreadable, type LetGo, type OpenMeetings } from './open-meetings.ts';

/** A meeting that runs cannot be put away. */
export class LiveMeeting extends Error {
  override name = 'LiveMeeting';
}

const runs = ({ meeting }: Readonly<State>): boolean => ['live', 'paused'].includes(meeting.phase);

export interface MoveParts {
  data: DataFolder;
  clock: ServerClock;
  list: MeetingList;
  open: OpenMeetings;
  beginnings: Beginnings;
}

export class Moves {
  readonly #parts: MoveParts;
  /** Meetings that undergo something at this moment. */
  readonly #moving = new Set<string>();

  constructor(parts: MoveParts) {
    this.#parts = parts;
  }

  /**
   * A1: a new journal with the rehearsal's people, passes and devices, under the code that is in print. The rehearsal
   * takes no more commands from the moment its opening is read, and is archived.
   * @param letGo told of the rehearsal, whether the new journal was made or not
   * @throws Refusal `wrong-phase`, `not-ready`, `official-already`, `busy` (it is on its way already); nothing has changed then
   */
  async goOfficial(code: string, letGo: LetGo): Promise<Meeting | null> {
    const { meetings } = this.#parts.data;
    const row = meetings.byCode(code);
    if (!row) return null;
    return this.#alone(row.id, () => {
      // A rehearsal that was brought back from the archive is for looking: one rehearsal has one official meeting.
      if (meetings.list().some(({ previous }) => previous === row.id)) refuse('official-already');
      return this.#goOfficial(row, letGo);
    });
  }

  async #goOfficial(row: Meeting, letGo: LetGo): Promise<Meeting> {
    const { data, clock, list, open, beginnings } = this.#parts;
    const { code } = row;
    const rehearsal = await open.of(row.id);
    const { authority, journal } = rehearsal;
    const opening = (id: string) => officialOpening(authority.state, { id, code, head: authority.head });
    opening('');
    await authority.close();
    try {
      const { title } = authority.state.meeting.info;
      const official: NewMeeting = { title, mode: 'official', previous: row.id, demo: row.demo };
      const meeting = await beginnings.start(
        official,
        ({ id }) => opening(id),
        (into) => copyDecks(journal.decks, into.decks, filesOfDecks(authority.state)),
      );
      data.meetings.swapCodes(meeting.id, row.id);
      list.shutsOut(row.id);
      const archivedAt = clock.now();
      data.meetings.update(row.id, { archivedAt, purgeDue: purgeDueAt(authority.state, archivedAt) });
      return { ...meeting, code };
    } finally {
      await open.shut(rehearsal, letGo);
    }
  }

  /**
   * Puts a meeting away, and ends its connections.
   * @throws LiveMeeting while it runs, Refusal `busy`; nothing has changed then
   */
  archive(id: string, letGo: LetGo): Promise<void> {
    const { data, clock, list, open } = this.#parts;
    return this.#alone(id, async () => {
      // From here on no command gets in; one that is being decided may still open the meeting.
      list.shutsOut(id);
      try {
        const opened = await open.of(id).catch((error: unknown) => {
          if (error instanceof Unreadable) return null; // what cannot be read can still be put away, and deleted
          throw error;
        });
        const archivedAt = clock.now();
        if (opened) await this.#archive(opened, archivedAt, letGo);
        else data.meetings.update(id, { archivedAt });
      } catch (error) {
        if (data.meetings.byId(id)?.archivedAt === null) list.letsIn(id);
        throw error;
      }
    });
  }

  async #archive(opened: OpenMeeting, archivedAt: number, letGo: LetGo): Promise<void> {
    const { data, open } = this.#parts;
    const { id, authority } = opened;
    if (runs(authority.state)) throw new LiveMeeting();
    await authority.close();
    try {
      // A command that was on its way may have begun it.
      if (runs(authority.state)) throw new LiveMeeting();
      // J6: what was put away before its end is as good as over.
      const { state } = authority;
      const purgeDue = purgeDueAt(state, state.meeting.closedAt ?? archivedAt);
      data.meetings.update(id, { archivedAt, purgeDue });
    } finally {
      await open.shut(opened, letGo);
    }
  }

  /** Brings an archived meeting back as it was. @throws Refusal `busy`: what is being deleted is not brought back halfway */
  restore(id: string): void {
    const { data, list } = this.#parts;
    if (this.#moving.has(id)) refuse('busy');
    const over = data.meetings.byId(id)?.phase === 'closed';
    data.meetings.update(id, { archivedAt: null, ...(over ? {} : { purgeDue: null }) });
    list.letsIn(id);
  }

  /** Deletes an archived meeting with its file, for good. @throws Refusal `busy` */
  remove(id: string, letGo: LetGo): Promise<void> {
    const { data, list, open } = this.#parts;
    return this.#alone(id, async () => {
      const known = await open.known(id);
      await known?.authority.close();
      await data.removeMeeting(id);
      open.drop(id, letGo);
      list.letsIn(id);
    });
  }

  /**
   * J6: shuts a meeting that is over or put away, does some work on its file while nobody can open it, and lets its
   * people come back to what is left.
   * @param check throws where that may not be now; nothing has changed then
   * @throws Unreadable, Refusal `busy`, and what `check` and `work` throw
   */
  apart<T>(
    id: string,
    letGo: LetGo,
    check: (state: Readonly<State>) => void,
    work: (path: string) => Promise<T>,
  ): Promise<T> {
    const { data, list, open } = this.#parts;
    return this.#alone(id, async () => {
      const { authority, journal } = await open.of(id);
      check(authority.state);
      await authority.close();
      await open.closeFile(id, journal);
      try {
        check(authority.state);
        return await work(meetingPath(data.dir, id));
      } finally {
        list.forgets(id);
        open.drop(id, letGo);
      }
    });
  }

  /** @throws Refusal `busy` where it undergoes something already */
  async #alone<T>(id: string, move: () => Promise<T>): Promise<T> {
    if (this.#moving.has(id)) refuse('busy');
    this.#moving.add(id);
    try {
      return await move();
    } finally {
      this.#moving.delete(id);
    }
  }
}
