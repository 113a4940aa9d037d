/**
 * The tables of one meeting's file. The triggers that guard them (J1, J4) are in the custom migration beside the
 * generated one: Drizzle has no words for triggers.
 */
import { sql } from 'drizzle-orm';
import { blob, check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { PICTURE_SOURCES, PICTURE_TYPES } from '../../assessment/pictures.ts';

/**
 * J1, J4: the chain. Keep `n` the only unique column: a second one would let INSERT OR REPLACE of a new `n` push an
 * older row out without firing a delete trigger where `recursive_triggers` is off.
 */
export const journal = sqliteTable('journal', {
  n: integer('n').primaryKey(),
  /** Canonical JSON (RFC 8785) of the entry without its private part. */
  body: text('body').notNull(),
  /** Hex SHA-256 of `body`. */
  hash: text('hash').notNull(),
});

/** J6: what could name or describe a person. The entry `n` holds SHA-256 of `salt:body`. Purging empties this. */
export const privateParts = sqliteTable('private_parts', {
  n: integer('n')
    .primaryKey()
    .references(() => journal.n),
  salt: text('salt').notNull(),
  body: text('body').notNull(),
});

/** J7: one row, when the authority was last known to live (ms). */
export const alive = sqliteTable(
  'alive',
  { id: integer('id').primaryKey(), at: integer('at').notNull() },
  (table) => [check('alive_one_row', sql`${table.id} = 1`)],
);

/** Facts about the file itself, such as the salt of the journal. */
export const meta = sqliteTable('meta', { key: text('key').primaryKey(), value: text('value').notNull() });

/** J6: photos by the hex SHA-256 of their bytes, which the private parts name. Purging empties this as well. */
export const pictures = sqliteTable('pictures', {
  hash: text('hash').primaryKey(),
  type: text('type', { enum: PICTURE_TYPES }).notNull(),
  /** Who brought it: each has a share of the room. */
  source: text('source', { enum: PICTURE_SOURCES }).notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  /** Server time in ms. */
  at: integer('at').notNull(),
});

/** J6: decks by the hex SHA-256 of their bytes. Purging empties this and the pieces. */
export const decks = sqliteTable('decks', {
  hash: text('hash').primaryKey(),
  /** The upload whose pieces it is made of. */
  upload: text('upload').notNull(),
  size: integer('size').notNull(),
  /** Server time in ms. */
  at: integer('at').notNull(),
});

/** Pieces of decks, also of those that are still on their way. */
export const deckPieces = sqliteTable(
  'deck_pieces',
  {
    upload: text('upload').notNull(),
    nth: integer('nth').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.upload, table.nth] })],
);
