import { type Kysely, PostgresAdapter } from 'kysely';

/** The queries are the same on both databases; only where one of them cannot say something does a query ask. */
export function isPostgres(db: Pick<Kysely<unknown>, 'getExecutor'>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
