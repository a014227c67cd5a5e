import { Kysely, PostgresDialect } from 'kysely';
import type { Database } from '../database';
import { migrate } from '../migrate';
import type { Tables } from '../tables';
import { separateWrites } from '../writes';
import { closingBroken, createPool } from './pool';
import { PostgresChanges } from './postgres-changes';
import { PostgresPlaces } from './postgres-places';

/** How many conversations one server answers at the same moment; the others wait for a place. */
const PLACES = 12;
/** Longer than any turn: whoever waits for a place outwaits the turn that holds it. */
const PLACE_LIMIT_MS = 15_000;
/** The first open of a large database after an update. */
const MIGRATION_LIMIT_MS = 10 * 60_000;

/** Opens PostgreSQL at `postgres://user:password@host/name` and brings it to the newest schema, under its lock. */
export async function openPostgres(url: string): Promise<Database> {
  await migratePostgres(url);
  const db = kyselyOn(createPool(url));
  const placePool = createPool(url, { size: PLACES, queryLimitMs: PLACE_LIMIT_MS });
  const changes = new PostgresChanges(url);
  return {
    db,
    reader: db,
    writes: separateWrites(db),
    places: new PostgresPlaces(placePool),
    changes,
    async close() {
      await changes.close();
      await db.destroy();
      await placePool.end();
    },
  };
}

/** For the commands that only look at it, or change the schema alone: one connection, no limit that a migration would reach. */
export function kyselyForCommands(url: string): Kysely<Tables> {
  return kyselyOn(createPool(url, { size: 1, queryLimitMs: MIGRATION_LIMIT_MS }));
}

async function migratePostgres(url: string): Promise<void> {
  const db = kyselyForCommands(url);
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
}

function kyselyOn(pool: ReturnType<typeof createPool>): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: closingBroken(pool) }) });
}
