/**
 * I7: who signed in, who was refused, and what was done to accounts and meetings. Only the oldest lines ever go, once
 * they are older than the logs are kept; the database itself refuses that of any younger than 184 days.
 * Never a password, and never a name that nobody has: it may be a password typed into the wrong field.
 */
import type { SQL } from 'drizzle-orm';
import { and, count, desc, gte, inArray, like, lt, max, min, or, sql } from './orm.ts';
import type { HubDatabase } from './hub-database.ts';
import { audit } from './schema/hub.ts';

/** What is recorded, in the groups by which the list is filtered. */
const AUDIT = {
  'sign-ins': ['set-up', 'signed-in', 'signed-out'],
  refusals: ['sign-in-refused', 'locked-out'],
  accounts: [
    'organizer-added',
    'organizer-removed',
    'organizer-renamed',
    'role-changed',
    'password-reset',
    'password-changed',
    'unlocked',
  ],
  meetings: [
    'meeting-created',
    'meeting-copied',
    'meeting-archived',
    'meeting-restored',
    'meeting-removed',
    'meeting-purged',
    'logs-removed',
    'went-official',
  ],
} as const;
export type AuditGroup = keyof typeof AUDIT;
export type AuditWhat = (typeof AUDIT)[AuditGroup][number];

interface Named {
  id: string;
  name: string;
}

export interface Deed {
  what: AuditWhat;
  /** Who did it; absent where nobody was signed in. */
  by?: Named | null;
  /** The organizer or meeting that it was done to. */
  about?: Named | null;
  detail?: string | null;
  /** The address of the connection. */
  address?: string | null;
}

export interface AuditRow {
  /** From 1, without gaps. */
  n: number;
  /** Server time (ms). */
  at: number;
  what: AuditWhat;
  by: string | null;
  byName: string | null;
  about: string | null;
  aboutName: string | null;
  detail: string | null;
  address: string | null;
}

export interface AuditFilter {
  group?: AuditGroup | undefined;
  /** Part of a name, of who did it or to whom. */
  name?: string | undefined;
  /** Only rows with a smaller number. */
  before?: number | undefined;
  limit: number;
}

export class Audit {
  readonly #db: HubDatabase;

  constructor(db: HubDatabase) {
    this.#db = db;
  }

  add({ what, by = null, about = null, detail = null, address = null }: Deed, at: number): void {
    this.#db.transaction((tx) => {
      const last = tx
        .select({ n: max(audit.n) })
        .from(audit)
        .get();
      tx.insert(audit)
        .values({
          n: (last?.n ?? 0) + 1,
          at,
          what,
          by: by?.id ?? null,
          byName: by?.name ?? null,
          about: about?.id ?? null,
          aboutName: about?.name ?? null,
          detail,
          address,
        })
        .run();
    });
  }

  /**
   * Removes what is older than `before` (ms), and says how much that was in a line of its own.
   * @returns how many lines went
   */
  forget(before: number, now: number): number {
    const kept = this.#db
      .select({ n: min(audit.n) })
      .from(audit)
      .where(gte(audit.at, before))
      .get()?.n;
    const old = kept == null ? undefined : lt(audit.n, kept);
    const lines = this.#db.select({ n: count() }).from(audit).where(old).get()?.n ?? 0;
    if (lines === 0) return 0;
    this.add({ what: 'logs-removed', detail: String(lines) }, now);
    // The line above is the newest: numbers go on, and never begin anew.
    const newest =
      this.#db
        .select({ n: max(audit.n) })
        .from(audit)
        .get()?.n ?? 0;
    this.#db
      .delete(audit)
      .where(and(old, lt(audit.n, newest)))
      .run();
    return lines;
  }

  /** Newest first. */
  list({ group, name = '', before, limit }: AuditFilter): AuditRow[] {
    const conditions: (SQL | undefined)[] = [];
    if (group) conditions.push(inArray(audit.what, [...AUDIT[group]]));
    if (before !== undefined) conditions.push(lt(audit.n, before));
    if (name !== '') {
      const part = `%${name.replace(/[\\%_]/g, '\\$&')}%`;
      conditions.push(
        or(sql`${like(audit.byName, part)} ESCAPE '\\'`, sql`${like(audit.aboutName, part)} ESCAPE '\\'`),
      );
    }
    const rows = this.#db
      .select()
      .from(audit)
      .where(and(...conditions));
    return rows.orderBy(desc(audit.n)).limit(limit).all() as AuditRow[];
  }
}
