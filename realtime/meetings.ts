/** The meetings of this hub, by their codes; how they begin and what becomes of them is told in files of their own. */
import type { Info } from '../assessment/meeting.ts';
import type { DataFolder } from '../db/data-folder.ts';
import type { Meeting } from '../db/meetings.ts';
import { Beginnings } from './beginnings.ts';
import type { ServerClock } from './clock.ts';
import { Keeping, type ChainWord } from './keeping.ts';
import type { Log } from './log.ts';
import { MeetingList } from './meeting-list.ts';
import { Moves } from './moves.ts';
import type { OpenMeeting } from './open-meeting.ts';
import { OpenMeetings, type Unreadable } from './open-meetings.ts';

export { LiveMeeting } from './moves.ts';
export type { OpenMeeting } from './open-meeting.ts';
export { Unreadable } from './open-meetings.ts';

export class Meetings {
  readonly keeping: Keeping;
  readonly moves: Moves;
  readonly #data: DataFolder;
  readonly #list: MeetingList;
  readonly #open: OpenMeetings;
  readonly #beginnings: Beginnings;

  constructor(data: DataFolder, clock: ServerClock, log: Log) {
    this.#data = data;
    this.keeping = new Keeping(data.keeper, log);
    data.copier.told = (meeting, outcome) => {
      if ('error' in outcome) log.warn({ meeting, err: outcome.error }, 'copy');
      else log.info({ meeting, copy: outcome.copy.name, bytes: outcome.copy.bytes }, 'copy');
    };
    const list = new MeetingList(data.meetings, log);
    const open = new OpenMeetings({ data, clock, log, keeping: this.keeping, list });
    const beginnings = new Beginnings({ data, clock, log, open });
    this.moves = new Moves({ data, clock, list, open, beginnings });
    [this.#list, this.#open, this.#beginnings] = [list, open, beginnings];
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
    return row ? this.#open.of(row.id) : null;
  }

  /**
   * Opens what is not archived, so that a restart is over before the first phone is back.
   * @returns the files that cannot be read
   */
  async openAll(): Promise<string[]> {
    const current = this.list().filter((row) => row.archivedAt === null);
    const all = await Promise.allSettled(current.map((row) => this.#open.of(row.id)));
    return all.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Unreadable).path] : []));
  }

  createDemo(title: string): Promise<Meeting> {
    return this.#beginnings.demo(title);
  }

  createNew(info: Info): Promise<Meeting> {
    return this.#beginnings.blank(info);
  }

  /** A rehearsal with the people and the sheet of another meeting, archived or not; null where there is none. */
  async copy(from: string, info: Info): Promise<Meeting | null> {
    const source = await this.withCode(from);
    return source && this.#beginnings.copy(source.authority.state, info);
  }

  /** Whether a meeting was put away: organizers look at it, nobody changes it, and no phone gets in. */
  archived(id: string): boolean {
    return this.#list.archived(id);
  }

  /** False while a meeting's last commit failed: it takes no ballots. One that cannot be read holds up no other. */
  healthy(): Promise<boolean> {
    return this.#open.healthy();
  }

  /** J4: whether the chains of the open meetings hold, as far as was looked. */
  chains(): ChainWord {
    return this.keeping.word();
  }

  close(): Promise<void> {
    return this.#open.close();
  }
}
