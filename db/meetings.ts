/** The list of meetings. What happens in one is in its own file. */
import { randomBytes, randomInt } from 'node:crypto';
import { join } from 'node:path';
import { eq, sql } from './orm.ts';
import { AccountError } from './errors.ts';
import type { HubDatabase } from './hub-database.ts';
import type { MODES, PHASES } from './schema/hub.ts';
import { meetings } from './schema/hub.ts';

export type Mode = (typeof MODES)[number];
export type Phase = (typeof PHASES)[number];

export interface Meeting {
  id: string;
  /** Six digits, the first not 0, so that no spreadsheet eats it. */
  code: string;
  title: string;
  mode: Mode;
  /** Server time (ms). */
  createdAt: number;
  archivedAt: number | null;
  /** `place`, `date`, `phase` and `demo` repeat what the meeting's own journal says, for the list. */
  place: string;
  date: string;
  phase: Phase;
  demo: boolean;
  /** A1: the rehearsal that this official meeting came from. */
  previous: string | null;
  /** J6: when the names in it are purged by itself (ms), or null: never, or done. */
  purgeDue: number | null;
  /** J6: when they were (ms). */
  purgedAt: number | null;
}

export interface NewMeeting {
  title: string;
  mode: Mode;
  previous?: string | null;
  demo?: boolean;
}

/** What of a meeting can be changed here. */
export type MeetingChange = Partial<
  Pick<
    Meeting,
    'title' | 'mode' | 'archivedAt' | 'previous' | 'place' | 'date' | 'phase' | 'purgeDue' | 'purgedAt'
  >
>;

const ID = /^[0-9a-f]{16}$/;

/** Where a meeting's file is. @throws RangeError for an id that this program did not make: it becomes a path. */
export function meetingPath(dir: string, id: string): string {
  if (!ID.test(id)) throw new RangeError('meeting id');
  return join(dir, 'meetings', `${id}.sqlite`);
}

export function newMeetingId(): string {
  return randomBytes(8).toString('hex');
}

export class Meetings {
  readonly #db: HubDatabase;
  readonly #withCode;
  /** By code, as they stand: asked for by every handshake of a square that comes at once. Nobody else writes this list. */
  readonly #known = new Map<string, Meeting>();

  constructor(db: HubDatabase) {
    this.#db = db;
    // Built once: building it costs more than asking.
    this.#withCode = db
      .select()
      .from(meetings)
      .where(eq(meetings.code, sql.placeholder('code')))
      .prepare();
  }

  /** Only the row; `DataFolder.createMeeting` makes the file as well. */
  create(meeting: NewMeeting, now: number, id: string = newMeetingId()): Meeting {
    const { title, mode, previous = null, demo = false } = meeting;
    return this.#db.transaction((tx) => {
      const row = {
        id,
        code: this.#freeCode(),
        title,
        mode,
        createdAt: now,
        archivedAt: null,
        previous,
        demo,
      };
      return tx.insert(meetings).values(row).returning().get();
    });
  }

  list(): Meeting[] {
    return this.#db
      .select()
      .from(meetings)
      .orderBy(meetings.createdAt, sql`rowid`)
      .all();
  }

  byId(id: string): Meeting | null {
    return this.#db.select().from(meetings).where(eq(meetings.id, id)).get() ?? null;
  }

  byCode(code: string): Meeting | null {
    const known = this.#known.get(code);
    if (known) return known;
    const found = this.#withCode.get({ code }) ?? null;
    if (found) this.#known.set(code, Object.freeze(found));
    return found;
  }

  /** @throws AccountError `no-meeting`. */
  update(id: string, change: MeetingChange): Meeting {
    // Field by field: a caller's object may carry more than its type says.
    const { title, mode, archivedAt, previous, place, date, phase, purgeDue, purgedAt } = change;
    this.#known.clear();
    const set = { title, mode, archivedAt, previous, place, date, phase, purgeDue, purgedAt };
    const row = Object.values(set).some((value) => value !== undefined)
      ? this.#db.update(meetings).set(set).where(eq(meetings.id, id)).returning().get()
      : this.byId(id);
    return found(row);
  }

  /** A1: lets an official meeting take the code that its rehearsal has in print. @throws AccountError `no-meeting`. */
  swapCodes(one: string, other: string): void {
    this.#known.clear();
    this.#db.transaction((tx) => {
      const [a, b] = [found(this.byId(one)), found(this.byId(other))];
      const give = (id: string, code: string) =>
        tx.update(meetings).set({ code }).where(eq(meetings.id, id)).run();
      give(a.id, ''); // codes are unique, so one has to step aside first
      give(b.id, a.code);
      give(a.id, b.code);
    });
  }

  /** Only the row; `DataFolder.removeMeeting` deletes the file as well. */
  remove(id: string): void {
    this.#known.clear();
    this.#db.delete(meetings).where(eq(meetings.id, id)).run();
  }

  #freeCode(): string {
    for (let tries = 0; tries < 1000; tries += 1) {
      const code = String(randomInt(100_000, 1_000_000));
      if (!this.byCode(code)) return code;
    }
    throw new AccountError('code-taken');
  }
}

function found(row: Meeting | null | undefined): Meeting {
  if (!row) throw new AccountError('no-meeting');
  return row;
}
