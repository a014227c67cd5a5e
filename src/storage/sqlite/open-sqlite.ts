import { chmodSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { migrate } from '../migrate';
import type { Tables } from '../tables';
import { holdFileLock } from './file-lock';
import { keepingStatements } from './kept-statements';

/** How long a write waits for another process (`npm run chat` beside the server) before it fails. */
const BUSY_TIMEOUT_MS = 5_000;

/** Opens (or makes) the SQLite file and, unless told otherwise, brings it to the newest schema. `:memory:` is a database of
 *  its own. A commit is on the disk when it is acknowledged: WAL with synchronous=FULL. */
export async function openSqlite(file: string, { migrated = true } = {}): Promise<Kysely<Tables>> {
  const database = new Sqlite(file, { timeout: BUSY_TIMEOUT_MS });
  // Conversations and receipts stand in it: for its owner's eyes only. The files beside it take over its mode.
  if (file !== ':memory:') chmodSync(file, 0o600);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // What a statement may have to undo else goes into files outside of this folder, with people's words in it.
  database.pragma('temp_store = MEMORY');
  // A checkpoint makes everyone wait for the disk twice more: each 16 MB instead of each 4.
  database.pragma('wal_autocheckpoint = 4000');
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: keepingStatements(database) }) });
  if (migrated) await migrateSqlite(db, file);
  return db;
}

/** `migrate` under the lock of the file: one of several programs that start at once does it, the others wait. */
export async function migrateSqlite(db: Kysely<Tables>, file: string, to?: string): Promise<void> {
  const release = holdFileLock(file);
  try {
    await migrate(db, to);
  } finally {
    release();
  }
}
