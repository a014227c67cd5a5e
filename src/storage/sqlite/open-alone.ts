import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Tables } from '../tables';

/** For somebody who is about to let go of it. */
const BUSY_TIMEOUT_MS = 2_000;

/** Opens a SQLite file that exists, for this program alone, with the schema it has: nothing can be written to it meanwhile.
 *  Undefined: another program has it open. Throws where there is no such file, or it is no database. */
export function openAlone(file: string): Kysely<Tables> | undefined {
  const database = new Sqlite(file, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    // In this mode the first reading takes the whole file, and an open server holds a part of it even while it does nothing.
    // https://www.sqlite.org/pragma.html#pragma_locking_mode
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('begin exclusive; select count(*) from sqlite_master; commit');
  } catch (error) {
    database.close();
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'SQLITE_BUSY')
      return undefined;
    throw error;
  }
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
}
