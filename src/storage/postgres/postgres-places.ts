import type { Pool, PoolClient } from 'pg';
import type { Places } from '../database';

/** An advisory lock for each conversation at work, on connections of their own: a turn that holds one still finds a free
 *  connection for its queries. PostgreSQL frees the lock of a server that is gone. */
export class PostgresPlaces implements Places {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly pool: Pool) {
    this.free = pool.options.max;
  }

  async inPlace<T>(conversationId: string, task: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await this.holding(conversationId, task);
    } finally {
      this.leave();
    }
  }

  /** Who finds all connections lent out waits here, as long as it takes: the pool itself would give up. */
  private async enter(): Promise<void> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((next) => this.waiting.push(next));
  }

  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free++;
  }

  private async holding<T>(conversationId: string, task: () => Promise<T>): Promise<T> {
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
      await unlock(client, conversationId);
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
