import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { Database } from './database';
import { openPostgres } from './postgres/open-postgres';
import { GroupedWrites } from './sqlite/grouped-writes';
import { openSqlite } from './sqlite/open-sqlite';
import { workerDialect } from './sqlite/worker-dialect';
import type { Tables } from './tables';

/** Where the data stands: PostgreSQL when an address is given, else a SQLite file below the data directory. */
export interface DatabasePlace {
  url: string | undefined;
  dataDirectory: string;
}

/** Opens it and brings it to the newest schema. Rejects when it cannot be reached or written. */
export async function openDatabase({ url, dataDirectory }: DatabasePlace): Promise<Database> {
  return url === undefined ? openSqliteIn(dataDirectory) : openPostgres(url);
}

export const SQLITE_FILE = 'guichet.sqlite';

export function sqliteFile(dataDirectory: string): string {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  return join(dataDirectory, SQLITE_FILE);
}

/** One process has the file: nobody else is in line, and nobody else writes. */
async function openSqliteIn(dataDirectory: string): Promise<Database> {
  const file = sqliteFile(dataDirectory);
  const db = await openSqlite(file);
  const reader = new Kysely<Tables>({ dialect: workerDialect(file) });
  return {
    db,
    reader,
    writes: new GroupedWrites(db),
    places: { inPlace: (_conversationId, task) => task() },
    changes: { listen: () => undefined },
    async close() {
      await reader.destroy();
      await db.destroy();
    },
  };
}
