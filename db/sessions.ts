/** Who is signed in. A token is shown once, to the browser that gets it; only its hash is stored. */
import { randomBytes } from 'node:crypto';
import { eq, lt } from './orm.ts';
import type { HubDatabase } from './hub-database.ts';
import type { Organizer } from './organizers.ts';
import { organizers, organizerSessions } from './schema/hub.ts';
import { serverHash } from './sealing.ts';

export interface SessionOptions {
  /** How long a session lives without an action (ms). Default 60 min. */
  idle?: number;
}

/** Whoever is signed in. */
export interface SignedIn extends Organizer {
  /** He has to choose a password of his own first. */
  passwordDue: boolean;
}

/** Why a token opens nothing: it lay unused for too long, or the session was ended. */
export type Ended = 'idle' | 'closed';

const IDLE = 3_600_000; // ms
/** How old a sign of life may be before it is written again (ms): a page asks far more often than that. */
const FRESH = 60_000;
/** How long a session that ran out is kept to tell why (ms). */
const KEPT = 7 * 86_400_000;

export class Sessions {
  readonly #db: HubDatabase;
  /** See `SessionOptions`, in ms. */
  readonly idle: number;

  constructor(db: HubDatabase, { idle = IDLE }: SessionOptions = {}) {
    this.#db = db;
    this.idle = idle;
  }

  /** Returns the token. Sessions that ran out long ago are swept away on the way. */
  open(organizer: string, now: number): string {
    const token = randomBytes(32).toString('base64url');
    this.#db.transaction((tx) => {
      tx.delete(organizerSessions)
        .where(lt(organizerSessions.seenAt, now - this.idle - KEPT))
        .run();
      tx.insert(organizerSessions)
        .values({ hash: serverHash(token), organizer, openedAt: now, seenAt: now })
        .run();
    });
    return token;
  }

  /**
   * Whose session it is, as he is now; a reason where it opens nothing.
   * @param acts whether this is an action of his, which keeps the session alive; a look alone does not
   */
  find(token: string, now: number, acts: boolean): SignedIn | Ended {
    const hash = serverHash(token);
    const row = this.#db
      .select({
        id: organizers.id,
        name: organizers.name,
        role: organizers.role,
        passwordDue: organizers.passwordDue,
        seenAt: organizerSessions.seenAt,
      })
      .from(organizerSessions)
      .innerJoin(organizers, eq(organizers.id, organizerSessions.organizer))
      .where(eq(organizerSessions.hash, hash))
      .get();
    if (!row) return 'closed';
    if (now - row.seenAt > this.idle) return 'idle';
    if (acts && now - row.seenAt >= Math.min(FRESH, this.idle / 10)) this.#noteLife(hash, now);
    return { id: row.id, name: row.name, role: row.role, passwordDue: row.passwordDue };
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
