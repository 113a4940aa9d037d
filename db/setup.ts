/** I7: no default account. The first start prints a one-time link; whoever opens it becomes the first owner. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { eq } from './orm.ts';
import type { HubDatabase } from './hub-database.ts';
import type { Account, Organizers } from './organizers.ts';
import { hashPassword } from './password.ts';
import { secrets } from './schema/hub.ts';
import { serverHash } from './sealing.ts';

const SETUP_TOKEN = 'setup-token';

export class Setup {
  readonly #db: HubDatabase;
  readonly #organizers: Organizers;

  constructor(db: HubDatabase, organizers: Organizers) {
    this.#db = db;
    this.#organizers = organizers;
  }

  /** A new one-time token in place of the last; null, and none left, once there is an organizer. For each start. */
  rotate(): string | null {
    const token = randomBytes(24).toString('base64url');
    return this.#db.transaction((tx) => {
      tx.delete(secrets).where(eq(secrets.name, SETUP_TOKEN)).run();
      if (this.#organizers.count() > 0) return null;
      tx.insert(secrets)
        .values({ name: SETUP_TOKEN, value: serverHash(token) })
        .run();
      return token;
    });
  }

  /** Is this the token of the link that was printed? Does not use it up: link previews must not either. */
  check(token: string): boolean {
    const row = this.#db.select().from(secrets).where(eq(secrets.name, SETUP_TOKEN)).get();
    return row !== undefined && timingSafeEqual(Buffer.from(row.value), Buffer.from(serverHash(token)));
  }

  /**
   * Uses the token up and makes the first owner, both or neither. Of two at once one gets null.
   * @throws AccountError `name-empty`; the token stays good.
   */
  async createFirstOwner(
    token: string,
    account: { name: string; password: string },
    now: number,
  ): Promise<Account | null> {
    if (!this.check(token)) return null;
    const hash = await hashPassword(account.password);
    return this.#db.transaction((tx) => {
      if (!this.check(token) || this.#organizers.count() > 0) return null;
      tx.delete(secrets).where(eq(secrets.name, SETUP_TOKEN)).run();
      return this.#organizers.insert({ name: account.name, role: 'owner', hash }, now);
    });
  }
}
