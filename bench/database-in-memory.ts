import type { Database } from '../src/storage/database';
import { GroupedWrites } from '../src/storage/sqlite/grouped-writes';
import { openSqlite } from '../src/storage/sqlite/open-sqlite';

/** SQLite as it is served, but for the disk. Its long reads are not in a worker: another thread does not see it. */
export async function databaseInMemory(): Promise<Database> {
  const db = await openSqlite(':memory:');
  return {
    db,
    reader: db,
    writes: new GroupedWrites(db),
    places: { inPlace: (_conversationId, task) => task() },
    changes: { listen: () => undefined },
    close: () => db.destroy(),
  };
}
