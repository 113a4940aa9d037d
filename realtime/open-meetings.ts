/** The meetings that are open: each opened once, when it is first asked for, and shut before its file is moved. */
import type { Journal } from '../assessment/journal.ts';
import { meetingPath } from '../db/meetings.ts';
import { noteOfCopy } from '../db/purge-note.ts';
import { wired, type OpenMeeting, type WiringParts } from './open-meeting.ts';

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

/** Told when nobody can be served from a meeting any more: its people have to come back to what is left. */
export type LetGo = (meeting: string) => void;

export class OpenMeetings {
  readonly #parts: WiringParts;
  readonly #open = new Map<string, Promise<OpenMeeting>>();

  constructor(parts: WiringParts) {
    this.#parts = parts;
  }

  /** The meeting of this id, opened where it is not. Rejects with `Unreadable`. */
  of(id: string): Promise<OpenMeeting> {
    const known = this.#open.get(id);
    if (known) return known;
    const opened = Promise.resolve().then(() => this.#read(id));
    this.#open.set(id, opened);
    opened.catch(() => setTimeout(() => this.#open.delete(id), LEFT_ALONE).unref());
    return opened;
  }

  /** The meeting where it is open, or being opened; null where it is not, or cannot be read. */
  async known(id: string): Promise<OpenMeeting | null> {
    return (await this.#open.get(id)?.catch(() => null)) ?? null;
  }

  /** Serves a meeting whose opening was just written. */
  async begin(id: string, journal: Journal): Promise<void> {
    const opened = await wired(id, journal, this.#parts);
    this.#open.set(id, Promise.resolve(opened));
  }

  /** In this order: who asks for it meanwhile is told `retry`, and never finds its file half closed. */
  async shut({ id, journal }: OpenMeeting, letGo: LetGo): Promise<void> {
    await this.closeFile(id, journal);
    this.drop(id, letGo);
  }

  /** While nobody may open it anew: `drop` follows, once its file is what it shall be. */
  async closeFile(id: string, journal: Journal): Promise<void> {
    // Before the journal: the last connection to close must be one that may empty the write-ahead log (J6).
    await this.#parts.keeping.ends(id);
    await journal.close();
  }

  /** Who asks for it from here on opens its file anew. */
  drop(id: string, letGo: LetGo): void {
    this.#open.delete(id);
    letGo(id);
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

  async #read(id: string): Promise<OpenMeeting> {
    const { data, clock, log } = this.#parts;
    let journal: Journal | undefined;
    try {
      journal = data.openMeeting(id, clock.now());
      // J6: a copy that was purged is the journal now, and says so before anything private is added.
      if (journal.purgedUnsaid()) await journal.append([noteOfCopy(clock.now())]);
      return await wired(id, journal, this.#parts);
    } catch (err) {
      const path = meetingPath(data.dir, id);
      log.error({ meeting: id, path, err }, 'unreadable');
      await journal?.close();
      throw new Unreadable(path, err);
    }
  }
}
