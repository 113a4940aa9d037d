/** Who is signed in. A token is shown once, to the browser that gets it; only its hash is stored. */
import { randomBytes } from 'node:crypto';
import { eq, lt } from 'drizzle-orm';
import type { HubDatabase } from './hub-database.ts';
import type { Organizer } from './organizers.ts';
import { organizers, organizerSessions } from './schema/hub.ts';
import { serverHash } from './sealing.ts';

export interface SessionOptions {
  /** How long a session lives without a sign of life (ms). Default 12 h: a meeting is a day. */
  idle?: number;
}

const IDLE = 12 * 3_600_000; // ms
/** How old a sign of life may be before it is written again (ms): a page asks far more often than that. */
const FRESH = 60_000;

export class Sessions {
  readonly #db: HubDatabase;
  readonly #idle: number;

  constructor(db: HubDatabase, { idle = IDLE }: SessionOptions = {}) {
    this.#db = db;
    this.#idle = idle;
  }

  /** Returns the token. Sessions that ran out are swept away on the way. */
  open(organizer: string, now: number): string {
    const token = randomBytes(32).toString('base64url');
    this.#db.transaction((tx) => {
      tx.delete(organizerSessions)
        .where(lt(organizerSessions.seenAt, now - this.#idle))
        .run();
      tx.insert(organizerSessions)
        .values({ hash: serverHash(token), organizer, openedAt: now, seenAt: now })
        .run();
    });
    return token;
  }

  /** Whose session it is, as he is now; null where it is unknown, closed or idle for too long. */
  find(token: string, now: number): Organizer | null {
    const hash = serverHash(token);
    const row = this.#db
      .select({
        id: organizers.id,
        name: organizers.name,
        role: organizers.role,
        seenAt: organizerSessions.seenAt,
      })
      .from(organizerSessions)
      .innerJoin(organizers, eq(organizers.id, organizerSessions.organizer))
      .where(eq(organizerSessions.hash, hash))
      .get();
    if (!row || now - row.seenAt > this.#idle) return null;
    if (now - row.seenAt >= FRESH) {
      this.#noteLife(hash, now);
    }
    return { id: row.id, name: row.name, role: row.role };
  }

  /** A note that fails is lost, and the next look makes another: a full disk must not turn an organizer away. */
  #noteLife(hash: string, now: number): void {
    try {
      this.#db.update(organizerSessions).set({ seenAt: now }).where(eq(organizerSessions.hash, hash)).run();
    } catch {
      // See above.
    }
  }

  close(token: string): void {
    this.#db
      .delete(organizerSessions)
      .where(eq(organizerSessions.hash, serverHash(token)))
      .run();
  }

  /** Ends every session of one organizer. */
  closeAll(organizer: string): void {
    this.#db.delete(organizerSessions).where(eq(organizerSessions.organizer, organizer)).run();
  }
}
