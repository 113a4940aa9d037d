/** Decks on their way in: who is at which piece, and how much of the disk they may take. Gone with the process. */
import { createHash, randomBytes, type Hash } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import type { Decks } from '../assessment/decks.ts';
import type { Code } from './protocol-names.ts';

/** Of one meeting, in bytes: every unit of a large meeting with a large file. */
const ROOM = 2_000_000_000;
/** What must be left on the disk for ballots, in bytes. */
const SPARE = 500_000_000;
/** Files of one session, as long as this process lives: a hand never reaches it. */
const A_SESSION = { pass: 60, organizer: 1000 };
/** Uploads that may be under way at once: each is a hash and a few figures, its pieces are on the disk. */
const AT_ONCE = 64;
/** An upload that is silent for so long is given up, in ms: whoever meant it begins anew. */
const SILENT = 30 * 60_000;

export interface Upload {
  readonly meeting: string;
  /** Session or account. */
  readonly who: string;
  readonly id: string;
  /**
   * The name of its pieces on the disk, chosen here: whoever brings it chooses `id`, and may use it again, and what has
   * become a deck must stay what it is.
   */
  readonly store: string;
  readonly size: number;
  /** Bytes that are on disk. */
  have: number;
  readonly sum: Hash;
  /** A piece of it is being taken. */
  busy: boolean;
  /** Server time in ms of the last piece. */
  at: number;
}

const free = async (folder: string): Promise<number> => {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
};

export class DeckRoom {
  readonly #folder: string;
  /** By meeting and whoever brings it: one at a time each. */
  readonly #under = new Map<string, Upload>();
  readonly #brought = new Map<string, number>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  find(meeting: string, who: string, id: string): Upload | null {
    const known = this.#under.get(`${meeting} ${who}`);
    return known?.id === id ? known : null;
  }

  /** The pieces of a meeting's uploads that may still become decks, by their names on the disk. */
  under(meeting: string, now: number): Set<string> {
    for (const [key, one] of this.#under) if (now - one.at > SILENT) this.#under.delete(key);
    return new Set(
      [...this.#under.values()].filter((one) => one.meeting === meeting).map(({ store }) => store),
    );
  }

  /** Begins an upload; the one that the same hand had under way is given up. @returns why not, where it may not */
  async begin(
    meeting: string,
    who: string,
    upload: { id: string; size: number; organizer: boolean; now: number },
    decks: Decks,
  ): Promise<Upload | Code> {
    const { id, size, organizer, now } = upload;
    const key = `${meeting} ${who}`;
    const brought = this.#brought.get(key) ?? 0;
    if (brought >= A_SESSION[organizer ? 'organizer' : 'pass']) return 'decks-full';
    this.under(meeting, now);
    if (this.#under.size >= AT_ONCE && !this.#under.has(key)) return 'busy';
    // What is promised counts as well: five at once must not find room for one each.
    const coming = [...this.#under.values()].filter((one) => one.who !== who);
    const owed = (of: Upload[]) => of.reduce((sum, one) => sum + one.size - one.have, 0);
    const kept = decks.list().reduce((sum, one) => sum + one.size, 0);
    if (kept + size + owed(coming.filter((one) => one.meeting === meeting)) > ROOM) return 'decks-full';
    if ((await free(this.#folder)) - owed(coming) - size < SPARE) return 'disk-full';
    this.#brought.set(key, brought + 1);
    const store = randomBytes(16).toString('hex');
    const sum = createHash('sha256');
    const made: Upload = { meeting, who, id, store, size, have: 0, sum, busy: false, at: now };
    this.#under.set(key, made);
    return made;
  }

  end(upload: Upload): void {
    const key = `${upload.meeting} ${upload.who}`;
    if (this.#under.get(key) === upload) this.#under.delete(key);
  }
}
