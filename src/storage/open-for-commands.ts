import { existsSync } from 'node:fs';
import type { Kysely } from 'kysely';
import { migrate } from './migrate';
import { type DatabasePlace, sqliteFile } from './open-database';
import { kyselyForCommands } from './postgres/open-postgres';
import { migrateSqlite, openSqlite } from './sqlite/open-sqlite';
import type { Tables } from './tables';

/** A database as it is, with the schema it has: for the operator's commands. */
export interface CommandDatabase {
  db: Kysely<Tables>;
  /** Brings it forward, under the lock that starting servers take too. */
  migrate: (to?: string) => Promise<void>;
}

/** `onlyLook`: no file is made where none stands; what is looked at is then an empty database in memory. */
export async function openForCommands(
  { url, dataDirectory }: DatabasePlace,
  { onlyLook = false } = {},
): Promise<CommandDatabase> {
  if (url !== undefined) {
    const db = kyselyForCommands(url);
    return { db, migrate: (to) => migrate(db, to) };
  }
  const file = sqliteFile(dataDirectory);
  const place = onlyLook && !existsSync(file) ? ':memory:' : file;
  const db = await openSqlite(place, { migrated: false });
  return { db, migrate: (to) => migrateSqlite(db, place, to) };
}
