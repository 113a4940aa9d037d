import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';

/** The open `hub.sqlite`, as each of its nouns is handed it. */
export type HubDatabase = BetterSQLite3Database;
