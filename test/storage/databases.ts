import { type Kysely, sql } from 'kysely';
import type { Database } from '../../src/storage/database';
import { openPostgres } from '../../src/storage/postgres/open-postgres';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite';
import { GroupedWrites } from '../../src/storage/sqlite/grouped-writes';
import type { Tables } from '../../src/storage/tables';
import { separateWrites, type Writes } from '../../src/storage/writes';
import { startPostgres } from './postgres';

/** What the contract suites run on. */
export interface TestedDatabase {
  name: string;
  /** How its stores write: the default of the stores, or in groups as the program has it on SQLite. */
  writesOn(db: Kysely<Tables>): Writes;
  /** Once before all tests of a suite. */
  start(): Promise<void>;
  /** An empty database; the one before is gone. */
  open(): Promise<Kysely<Tables>>;
  /** After each test. */
  close(db: Kysely<Tables>): Promise<void>;
  stop(): Promise<void>;
}

export function testedDatabases(): TestedDatabase[] {
  return [
    sqliteInMemory(),
    { ...sqliteInMemory(), name: 'SQLite in groups', writesOn: (db) => new GroupedWrites(db) },
    postgres(),
  ];
}

function sqliteInMemory(): TestedDatabase {
  const nothing = () => Promise.resolve();
  return {
    name: 'SQLite',
    writesOn: separateWrites,
    start: nothing,
    open: () => openSqlite(':memory:'),
    close: (db) => db.destroy(),
    stop: nothing,
  };
}

/** Emptied between tests: that is quicker than a new one each. */
function postgres(): TestedDatabase {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let database: Database;
  return {
    name: 'PostgreSQL',
    writesOn: separateWrites,
    async start() {
      server = await startPostgres();
      database = await openPostgres(server.url);
    },
    async open() {
      await sql`truncate ${sql.join((await tableNames(database.db)).map((name) => sql.table(name)))} restart identity`.execute(
        database.db,
      );
      return database.db;
    },
    close: () => Promise.resolve(),
    async stop() {
      await database.close();
      await server.stop();
    },
  };
}

async function tableNames(db: Kysely<Tables>): Promise<string[]> {
  return (await db.introspection.getTables()).map(({ name }) => name);
}
