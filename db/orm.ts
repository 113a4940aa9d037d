/**
 * Drizzle, as much of it as is used here, fetched by `require`: as ES modules Node reads the whole of its package.json again
 * for each of its hundreds of files, which cost every start of the hub more than half a second.
 */
import { createRequire } from 'node:module';
import type * as Orm from 'drizzle-orm';
import type * as Driver from 'drizzle-orm/better-sqlite3';
import type * as Migrator from 'drizzle-orm/better-sqlite3/migrator';
import type * as Files from 'drizzle-orm/migrator';
import type * as Core from 'drizzle-orm/sqlite-core';

const load = createRequire(import.meta.url);

export const { and, count, desc, eq, gte, inArray, like, lt, max, min, ne, or, sql } = load(
  'drizzle-orm',
) as typeof Orm;
export const { drizzle } = load('drizzle-orm/better-sqlite3') as typeof Driver;
export const { index, integer, sqliteTable, text } = load('drizzle-orm/sqlite-core') as typeof Core;
export const { migrate } = load('drizzle-orm/better-sqlite3/migrator') as typeof Migrator;
export const { readMigrationFiles } = load('drizzle-orm/migrator') as typeof Files;
