import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';

/** Of several servers, each with both pools, PostgreSQL's usual 100 connections serve four. */
const POOL_SIZE = 12;
/** A free connection, or a new one, within this time; then the caller says so kindly. */
const CONNECT_LIMIT_MS = 3_000;
/** No query of ours takes longer: the longest reads are bounded lists. */
const QUERY_LIMIT_MS = 5_000;

/** For the server's word to arrive. */
const ANSWER_MS = 500;

export interface PoolOptions {
  size?: number;
  queryLimitMs?: number;
}

/** A pool whose broken connections are replaced, never thrown about: the next query finds out. */
export function createPool(
  url: string,
  { size = POOL_SIZE, queryLimitMs = QUERY_LIMIT_MS }: PoolOptions = {},
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    // The server gives up first, and says so; it then lets go of every lock even where this client is gone.
    statement_timeout: queryLimitMs,
    query_timeout: queryLimitMs + ANSWER_MS,
    idle_in_transaction_session_timeout: queryLimitMs,
    keepAlive: true,
    types: WHOLE_NUMBERS,
  });
  pool.on('error', () => undefined);
  // A connection that breaks while it is lent out tells its borrower by the query; unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** The same pool as kysely wants it. A connection on which something went wrong that was not the server's own word (no answer
 *  in time, a reset) is closed when it is given back: the next to borrow it would wait for the answers of the one before. */
export function closingBroken(pool: pg.Pool): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect();
      let broken = false;
      const query = async <R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> => {
        try {
          return (await client.query(sql, [...parameters])) as unknown as PostgresQueryResult<R>;
        } catch (error) {
          broken ||= !(error instanceof pg.DatabaseError);
          throw error;
        }
      };
      // Cursors are for streams, which are read from SQLite alone.
      return { query: query as PostgresPoolClient['query'], release: () => client.release(broken) };
    },
    end: () => pool.end(),
  };
}

/** bigint arrives as text; ours stay far below 2^53. */
const WHOLE_NUMBERS: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 ? Number : (pg.types.getTypeParser(oid, format) as (value: string) => unknown),
};
