import type { Pool, PoolClient } from 'pg';
import type { Places } from '../database';

/** An advisory lock for each conversation at work, on connections of their own: a turn that holds one still finds a free
 *  connection for its queries. PostgreSQL frees the lock of a server that is gone. */
export class PostgresPlaces implements Places {
  constructor(private readonly pool: Pool) {}

  async inPlace<T>(conversationId: string, task: () => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [conversationId]);
    } catch (error) {
      client.release(true);
      throw error;
    }
    try {
      return await task();
    } finally {
      void unlock(client, conversationId);
    }
  }
}

/** A connection that cannot say that it let go is closed, which lets go. */
async function unlock(client: PoolClient, conversationId: string): Promise<void> {
  await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [conversationId]).then(
    () => client.release(),
    () => client.release(true),
  );
}
