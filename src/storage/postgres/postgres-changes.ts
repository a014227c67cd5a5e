import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { ChangeListener, Changes } from '../database';

const CONNECT_LIMIT_MS = 3_000;
/** A connection that no longer answers is found out by asking. */
const ASK_EVERY_MS = 5_000;
const ANSWER_LIMIT_MS = 3_000;
/** Until the next try of a connection that failed. */
const RETRY_MS = 250;

/** LISTEN on one connection, made again whenever it breaks; then `missed`, for what was said meanwhile is gone. */
export class PostgresChanges implements Changes {
  private readonly listeners: ChangeListener[] = [];
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>;

  constructor(private readonly url: string) {
    this.running = this.run();
  }

  listen(listener: ChangeListener): void {
    this.listeners.push(listener);
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.follow().catch(() => undefined);
      await wait(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Rejects when the connection fails; resolves when it is told to stop. */
  private async follow(): Promise<void> {
    const { signal } = this.stopping;
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: CONNECT_LIMIT_MS,
      query_timeout: ANSWER_LIMIT_MS,
      keepAlive: true,
    });
    const broken = new Promise<never>((_, reject) => {
      client.on('error', reject);
      client.on('end', () => reject(new Error('the connection has ended')));
    });
    broken.catch(() => undefined);
    client.on('notification', ({ channel, payload = '' }) => this.tell(channel, payload));
    try {
      await client.connect();
      await client.query('listen guichet_conversation; listen guichet_outbox');
      this.listeners.forEach((listener) => listener.missed());
      while (!signal.aborted) {
        await Promise.race([wait(ASK_EVERY_MS, undefined, { signal }).catch(() => undefined), broken]);
        if (!signal.aborted) await client.query('select 1');
      }
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private tell(channel: string, payload: string): void {
    for (const listener of this.listeners) {
      if (channel === 'guichet_conversation') listener.conversation(payload);
      else listener.outbox();
    }
  }
}
