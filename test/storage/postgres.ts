import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

export interface PostgresServer {
  /** `postgres://user:password@host:port/name` */
  url: string;
  /** kill -9 of the whole server. */
  kill(): Promise<void>;
  /** Starts it again after a kill, on what it had kept. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a real PostgreSQL on a free port, with an empty database. `durable`: each commit is on the disk; the contract tests do
 *  without, for speed. */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const script = resolve('test/storage/postgres-server.mjs');
  const child = spawn(process.execPath, [script, ...(durable ? ['durable'] : [])], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('PostgreSQL has ended')));
  ended.catch(() => undefined);
  const nextLine = async () => String((await Promise.race([once(lines, 'line'), ended]))[0]);
  const tell = async (command: string) => {
    child.stdin.write(`${command}\n`);
    await nextLine();
  };
  return {
    url: await nextLine(),
    kill: () => tell('kill'),
    start: () => tell('start'),
    async stop() {
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}
