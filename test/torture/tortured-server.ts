import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { kyselyForCommands } from '../../src/storage/postgres/open-postgres';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite';
import type { Tables } from '../../src/storage/tables';
import { launchServer, startServer, temporaryFolder } from '../server/start-server';
import { persist } from './persist';
import { type PostgresServer, startPostgres } from '../storage/postgres';

export type DatabaseName = 'sqlite' | 'postgres';

/** The built server with its database, killed and started again at one address. */
export interface TorturedServer {
  address(): string;
  /** undefined with SQLite. */
  postgres: PostgresServer | undefined;
  /** From the start of the process to its readiness, in milliseconds. */
  start(): Promise<number>;
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  /** Starts it and kills it so many milliseconds later, ready or not. */
  startAndKill(afterMs: number): Promise<void>;
  /** Looks into the data while no server is at work. */
  lookInside<T>(look: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  remove(): Promise<void>;
}

/** Nothing is started but the database. `reachedAt`: another way to it than its own address. */
export async function tortureOn(
  database: DatabaseName,
  reachedAt: (url: string) => Promise<string> | string = (url) => url,
): Promise<TorturedServer> {
  const folder = temporaryFolder();
  // Durable: each commit is on the disk, as where it matters.
  const postgres = database === 'postgres' ? await startPostgres({ durable: true }) : undefined;
  const settings = { ...(postgres && { DATABASE_URL: await reachedAt(postgres.url) }) };
  let port = 0;
  let server: Pick<Awaited<ReturnType<typeof startServer>>, 'stop'> | undefined;
  const address = () => `http://localhost:${port}`;
  return {
    address,
    postgres,
    async start() {
      const began = performance.now();
      const started = await startServer(folder.path, port, settings);
      server = started;
      port = started.port;
      await persist('readiness', () => isReady(address()), 10);
      return performance.now() - began;
    },
    async stop(signal) {
      return (await server?.stop(signal)) ?? null;
    },
    async startAndKill(afterMs) {
      const launched = launchServer(folder.path, port, settings);
      launched.address.catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      await launched.stop('SIGKILL');
    },
    async lookInside(look) {
      const db = postgres ? kyselyForCommands(postgres.url) : await openSqlite(join(folder.path, 'guichet.sqlite'));
      try {
        return await look(db);
      } finally {
        await db.destroy();
      }
    },
    async remove() {
      await server?.stop('SIGKILL');
      await postgres?.stop();
      folder.remove();
    },
  };
}

/** True once the server says that it is ready. */
export async function isReady(address: string): Promise<true | undefined> {
  const { status } = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(10_000) });
  return status === 200 ? true : undefined;
}
