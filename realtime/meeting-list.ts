/** What the list of meetings says beside their journals: which were put away, and what it repeats of each. */
import { purgeDue as purgeDueAt } from '../assessment/privacy.ts';
import type { Meetings as Rows } from '../db/meetings.ts';
import type { Authority } from './authority.ts';
import type { Log } from './log.ts';

export class MeetingList {
  readonly #rows: Rows;
  readonly #log: Log;
  readonly #archived: Set<string>;
  /** What the list was last told of a meeting, as text. */
  readonly #told = new Map<string, string>();

  constructor(rows: Rows, log: Log) {
    this.#rows = rows;
    this.#log = log;
    this.#archived = new Set(rows.list().flatMap((row) => (row.archivedAt === null ? [] : [row.id])));
  }

  /** Whether a meeting was put away: organizers look at it, nobody changes it, and no phone gets in. */
  archived(id: string): boolean {
    return this.#archived.has(id);
  }

  /** No phone gets into it, and no command, from this moment on; its row is written once it is shut. */
  shutsOut(id: string): void {
    this.#archived.add(id);
  }

  /** It was brought back, could not be put away, or is gone. */
  letsIn(id: string): void {
    this.#archived.delete(id);
  }

  /** The list repeats what the journal says, now and after every change. */
  follows(id: string, authority: Authority): void {
    this.#repeat(id, authority);
    authority.onChange(() => this.#repeat(id, authority));
  }

  /** Its row is written anew when it is opened the next time. */
  forgets(id: string): void {
    this.#told.delete(id);
  }

  /** Where the list cannot be written, it is written at the next change. */
  #repeat(id: string, authority: Authority): void {
    const { info, phase, closedAt } = authority.state.meeting;
    const { title, place, date } = info;
    const ended = closedAt ?? (this.archived(id) ? (this.#rows.byId(id)?.archivedAt ?? null) : null);
    const purgeDue = purgeDueAt(authority.state, ended);
    const purgedAt = authority.state.privacy.purged?.at ?? null;
    const text = JSON.stringify([title, place, date, phase, purgeDue, purgedAt]);
    if (this.#told.get(id) === text || authority.state.length === 0) return;
    try {
      this.#rows.update(id, { title, place, date, phase, purgeDue, purgedAt });
      this.#told.set(id, text);
    } catch (err) {
      this.#log.error({ meeting: id, err }, 'list');
    }
  }
}
