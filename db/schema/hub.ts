/** The tables of `hub.sqlite`: who may sign in, who is signed in, which meetings exist, and the hub's own secrets. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const ROLES = ['owner', 'host', 'scrutineer', 'viewer'] as const;
export const MODES = ['rehearsal', 'official'] as const;

/** I7: the accounts. `key` is the sign-in name as it is compared: NFKC, trimmed, lower case. */
export const organizers = sqliteTable('organizers', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  key: text('key').notNull().unique(),
  role: text('role', { enum: ROLES }).notNull(),
  /** Argon2id in the PHC string format. */
  password: text('password').notNull(),
  failures: integer('failures').notNull().default(0),
  /** Server time (ms) until which nobody can sign in here, or null. */
  lockedUntil: integer('locked_until'),
  createdAt: integer('created_at').notNull(),
});

/** Only the hash of a session's token is stored; `seenAt` (ms) carries the idle timeout. */
export const organizerSessions = sqliteTable(
  'organizer_sessions',
  {
    hash: text('hash').primaryKey(),
    organizer: text('organizer')
      .notNull()
      .references(() => organizers.id, { onDelete: 'cascade' }),
    openedAt: integer('opened_at').notNull(),
    seenAt: integer('seen_at').notNull(),
  },
  (table) => [index('organizer_sessions_organizer').on(table.organizer)],
);

/** The list of meetings; everything else about one is in its own file. */
export const meetings = sqliteTable('meetings', {
  id: text('id').primaryKey(),
  /** Six digits, shown on screens, typed by the crowd (I6). */
  code: text('code').notNull().unique(),
  title: text('title').notNull(),
  mode: text('mode', { enum: MODES }).notNull(),
  createdAt: integer('created_at').notNull(),
  archivedAt: integer('archived_at'),
  /** A1: the rehearsal that an official meeting came from. No foreign key: the rehearsal's file may be deleted. */
  previous: text('previous'),
});

/** The signing key, and the hash of the one-time set-up token. */
export const secrets = sqliteTable('secrets', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});
