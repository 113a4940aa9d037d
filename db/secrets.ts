/** What the hub must keep to itself. */
import { randomBytes } from 'node:crypto';
import { eq } from './orm.ts';
import type { HubDatabase } from './hub-database.ts';
import { openReader } from './open.ts';
import { secrets } from './schema/hub.ts';

const SIGNING_KEY = 'signing-key';

export class Secrets {
  readonly #db: HubDatabase;
  /** It never changes, and each message of a program that comes with a token is held against it. */
  #key: Buffer | null = null;

  constructor(db: HubDatabase) {
    this.#db = db;
  }

  /** 32 random bytes, made once for each data folder; signs tokens (`tokens.ts`). */
  signingKey(): Buffer {
    return (this.#key ??= this.#made());
  }

  #made(): Buffer {
    return this.#db.transaction((tx) => {
      const row = tx.select().from(secrets).where(eq(secrets.name, SIGNING_KEY)).get();
      if (row) return Buffer.from(row.value, 'hex');
      const key = randomBytes(32);
      tx.insert(secrets)
        .values({ name: SIGNING_KEY, value: key.toString('hex') })
        .run();
      return key;
    });
  }
}

/**
 * The signing key of a hub that may be running: reads beside its writer, writes nothing.
 * @returns null where the file has none yet.
 * @throws DataFolderError `file-unusable`, also where there is no file.
 */
export function readSigningKey(hubFile: string): Buffer | null {
  const db = openReader(hubFile);
  try {
    const row = db
      .prepare<[string], { value: string }>('SELECT value FROM secrets WHERE name = ?')
      .get(SIGNING_KEY);
    return row ? Buffer.from(row.value, 'hex') : null;
  } finally {
    db.close();
  }
}
