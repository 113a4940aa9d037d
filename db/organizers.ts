/** I7: the organizers' accounts. */
import { randomBytes } from 'node:crypto';
import { and, count, eq, ne, sql } from './orm.ts';
import { AccountError } from './errors.ts';
import type { HubDatabase } from './hub-database.ts';
import { checkNobody, checkPassword, hashPassword } from './password.ts';
import type { ROLES } from './schema/hub.ts';
import { organizers } from './schema/hub.ts';

export type Role = (typeof ROLES)[number];

export interface Organizer {
  id: string;
  name: string;
  role: Role;
}

export interface Account extends Organizer {
  failures: number;
  /** Server time (ms), or null. May lie in the past. */
  lockedUntil: number | null;
  createdAt: number;
  /** Somebody else chose the password; it has to be changed before anything else. */
  passwordDue: boolean;
  /** Server time (ms), or null. */
  signedInAt: number | null;
}

interface NewAccount {
  name: string;
  role: Role;
  passwordDue?: boolean;
}

export type Verified = Account | 'unknown' | 'wrong' | 'locked';

/** Failures in a row that lock an account, and for how long (ms). */
const FAILURES = 5;
const LOCK = 15 * 60_000;

const columns = {
  id: organizers.id,
  name: organizers.name,
  role: organizers.role,
  failures: organizers.failures,
  lockedUntil: organizers.lockedUntil,
  createdAt: organizers.createdAt,
  passwordDue: organizers.passwordDue,
  signedInAt: organizers.signedInAt,
};

export class Organizers {
  readonly #db: HubDatabase;

  constructor(db: HubDatabase) {
    this.#db = db;
  }

  /** @throws AccountError `name-empty`, `name-taken`. */
  async create(
    { name, role, password, passwordDue = false }: NewAccount & { password: string },
    now: number,
  ): Promise<Account> {
    named(name);
    const hash = await hashPassword(password);
    return this.insert({ name, role, hash, passwordDue }, now);
  }

  /** The same with a password that was hashed before, so that it can be part of a transaction. */
  insert({ name, role, hash, passwordDue = false }: NewAccount & { hash: string }, now: number): Account {
    const id = randomBytes(8).toString('hex');
    const row = { id, ...named(name), role, password: hash, passwordDue, createdAt: now };
    return unique(() => this.#db.insert(organizers).values(row).returning(columns).get());
  }

  /** @throws AccountError `name-empty`, `name-taken`, `no-organizer`. */
  rename(id: string, name: string): Account {
    const change = named(name);
    return found(
      unique(() =>
        this.#db.update(organizers).set(change).where(eq(organizers.id, id)).returning(columns).get(),
      ),
    );
  }

  /** @throws AccountError `no-organizer`; `last-owner` where nobody would be left who may do everything. */
  setRole(id: string, role: Role): Account {
    return this.#db.transaction((tx) => {
      if (role !== 'owner') this.#keepAnOwner(id);
      return found(tx.update(organizers).set({ role }).where(eq(organizers.id, id)).returning(columns).get());
    });
  }

  /**
   * Also lifts a lock. Who changes a password because it leaked also wants `sessions.closeAll`.
   * @param due whether its owner has to choose another before he does anything
   */
  async setPassword(id: string, password: string, due = false): Promise<void> {
    const hash = await hashPassword(password);
    const change = { password: hash, failures: 0, lockedUntil: null, passwordDue: due };
    found(
      this.#db
        .update(organizers)
        .set(change)
        .where(eq(organizers.id, id))
        .returning({ id: organizers.id })
        .get(),
    );
  }

  /**
   * Checks a sign-in at `now` (ms). The fifth failure in a row locks the account for 15 minutes.
   * An attempt counts before its password is looked at: many at once must not all slip in before the first one fails.
   */
  async verify(name: string, password: string, now: number): Promise<Verified> {
    const row = this.#db
      .select()
      .from(organizers)
      .where(eq(organizers.key, keyOf(name)))
      .get();
    if (!row) {
      await checkNobody(password);
      return 'unknown';
    }
    if (row.lockedUntil !== null && row.lockedUntil > now) return 'locked';
    this.#countAttempt(row.id, row.lockedUntil === null ? row.failures + 1 : 1, now);
    if (!(await checkPassword(password, row.password))) return 'wrong';
    const change = { failures: 0, lockedUntil: null };
    // Gone, or with another password since: then this one no longer opens anything.
    const same = and(eq(organizers.id, row.id), eq(organizers.password, row.password));
    return this.#db.update(organizers).set(change).where(same).returning(columns).get() ?? 'wrong';
  }

  /** Lifts a lock before its time. @throws AccountError `no-organizer` */
  unlock(id: string): Account {
    const change = { failures: 0, lockedUntil: null };
    return found(
      this.#db.update(organizers).set(change).where(eq(organizers.id, id)).returning(columns).get(),
    );
  }

  /** Notes the sign-in. */
  noteSignIn(id: string, now: number): void {
    this.#db.update(organizers).set({ signedInAt: now }).where(eq(organizers.id, id)).run();
  }

  /** By the name as it is typed at the sign-in. */
  byName(name: string): Account | null {
    return (
      this.#db
        .select(columns)
        .from(organizers)
        .where(eq(organizers.key, keyOf(name)))
        .get() ?? null
    );
  }

  get(id: string): Account | null {
    return this.#db.select(columns).from(organizers).where(eq(organizers.id, id)).get() ?? null;
  }

  list(): Account[] {
    return this.#db
      .select(columns)
      .from(organizers)
      .orderBy(organizers.createdAt, sql`rowid`)
      .all();
  }

  count(): number {
    return this.#db.select({ n: count() }).from(organizers).get()?.n ?? 0;
  }

  /** Their sessions go too. @throws AccountError `no-organizer`, `last-owner`. */
  remove(id: string): void {
    this.#db.transaction((tx) => {
      this.#keepAnOwner(id);
      found(tx.delete(organizers).where(eq(organizers.id, id)).returning({ id: organizers.id }).get());
    });
  }

  #countAttempt(id: string, failures: number, now: number): void {
    const lockedUntil = failures >= FAILURES ? now + LOCK : null;
    this.#db.update(organizers).set({ failures, lockedUntil }).where(eq(organizers.id, id)).run();
  }

  #keepAnOwner(without: string): void {
    if (this.get(without)?.role !== 'owner') return;
    const others = and(eq(organizers.role, 'owner'), ne(organizers.id, without));
    if (this.#db.select({ n: count() }).from(organizers).where(others).get()?.n === 0)
      throw new AccountError('last-owner');
  }
}

function keyOf(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

function named(name: string): { name: string; key: string } {
  const key = keyOf(name);
  if (key === '') throw new AccountError('name-empty');
  return { name: name.normalize('NFC').trim(), key };
}

function found<T>(row: T | undefined): T {
  if (row === undefined) throw new AccountError('no-organizer');
  return row;
}

/** Drizzle wraps the database's error; its code is on the cause. */
function unique<T>(write: () => T): T {
  try {
    return write();
  } catch (error) {
    const { code, cause } = error as { code?: string; cause?: { code?: string } };
    if ((code ?? cause?.code) === 'SQLITE_CONSTRAINT_UNIQUE') throw new AccountError('name-taken');
    throw error;
  }
}
