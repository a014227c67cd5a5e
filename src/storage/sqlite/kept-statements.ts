import type Sqlite from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** A program has a few dozen queries; lists of different lengths (`in (?, ?)`) make some more. */
const KEPT_LIMIT = 300;

/** The database as kysely wants it, with its statements kept: kysely prepares each query anew, and preparing costs as much as
 *  running. A statement is used by one query at a time, for the driver is synchronous. */
export function keepingStatements(database: Sqlite.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const known = kept.get(sql);
      if (known) return known;
      const statement = database.prepare(sql);
      if (kept.size >= KEPT_LIMIT) kept.clear();
      kept.set(sql, statement);
      return statement;
    },
    close: () => void database.close(),
  };
}
