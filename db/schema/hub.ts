/** The tables of `hub.sqlite`: who may sign in, who is signed in, which meetings exist, and the hub's own secrets. */
import { index, integer, sqliteTable, text } from '../orm.ts';

export const ROLES = ['owner', 'host', 'scrutineer', 'viewer'] as const;
export const MODES = ['rehearsal', 'official'] as const;
export const PHASES = ['draft', 'ready', 'live', 'paused', 'closed'] as const;

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
  /** Somebody else chose the password: its owner has to choose another before he does anything. */
  passwordDue: integer('password_due', { mode: 'boolean' }).notNull().default(false),
  /** Server time (ms) of the last sign-in, or null. */
  signedInAt: integer('signed_in_at'),
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
  /** As the meeting's own journal last said, so that a list needs no file opened. */
  place: text('place').notNull().default(''),
  date: text('date').notNull().default(''),
  phase: text('phase', { enum: PHASES }).notNull().default('draft'),
  demo: integer('demo', { mode: 'boolean' }).notNull().default(false),
  /** A1: the rehearsal that an official meeting came from. No foreign key: the rehearsal's file may be deleted. */
  previous: text('previous'),
  /** J6: when the names in it are purged by itself (ms), or null: never, or done. */
  purgeDue: integer('purge_due'),
  /** J6: when they were (ms). */
  purgedAt: integer('purged_at'),
});

/**
 * I7: who signed in, who was refused, and what was done to accounts and meetings. Only ever added to, except that the
 * oldest lines go when they are old enough: the triggers that refuse the rest are in the custom migrations. Names stand as they were then; a password never does.
 */
export const audit = sqliteTable('audit', {
  n: integer('n').primaryKey(),
  /** Server time (ms). */
  at: integer('at').notNull(),
  what: text('what').notNull(),
  /** Who did it: id and name of then; both null where nobody was signed in. */
  by: text('by'),
  byName: text('by_name'),
  /** An organizer's or a meeting's id, and its name of then. */
  about: text('about'),
  aboutName: text('about_name'),
  /** A word more, such as the new role. */
  detail: text('detail'),
  address: text('address'),
});

/** The signing key, and the hash of the one-time set-up token. */
export const secrets = sqliteTable('secrets', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});
