import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { kyselyForCommands } from '../../src/storage/postgres/open-postgres';
import { type RunningServer, startServer, temporaryFolder } from '../server/start-server';
import { startPostgres } from '../storage/postgres';
import { checkHistory } from './check-history';
import type { KillOptions } from './kill-server';
import { newWitness, Person } from './person';
import { seededRandom } from '../../bench/seeded-random';
import { readHistory } from './read-history';
import { chat } from './what-people-say';

const CLIENTS = 8;
const CONVERSATIONS = 4;
const KILL_EVERY_MS = 4_000;

/** Two servers on one PostgreSQL, eight clients, two in each conversation, each request to the one or the other; now one, now
 *  the other server is killed. Then the history of each conversation is checked: one order, seen by all. */
export async function twoServers({ kills, messages, seed, say }: KillOptions) {
  const random = seededRandom(seed);
  const postgres = await startPostgres({ durable: true });
  const folders = [temporaryFolder(), temporaryFolder()] as const;
  const settings = { DATABASE_URL: postgres.url, SECRET_KEY: randomBytes(32).toString('base64') };
  const start = (which: 0 | 1, port = 0) => startServer(folders[which].path, port, settings);
  const servers: [RunningServer, RunningServer] = [await start(0), await start(1)];
  let requests = 0;
  const witness = newWitness();
  const either = () => servers[requests++ % 2 === 0 ? 0 : 1].address;
  const persons = Array.from({ length: CLIENTS }, () => new Person(either, witness));
  let killed = 0;
  try {
    for (const [index, person] of persons.entries()) {
      await person.begin(index < CONVERSATIONS ? undefined : persons[index - CONVERSATIONS]);
    }
    const lives = persons.map(async (person) => {
      while (person.sent.length < messages / CLIENTS || killed < kills) await chat(person, random);
    });
    const lived = Promise.all(lives);
    lived.catch(() => undefined);
    while (killed < kills) {
      await wait(KILL_EVERY_MS * random());
      const which = random() < 0.5 ? 0 : 1;
      await servers[which].stop('SIGKILL');
      servers[which] = await start(which, servers[which].port);
      killed++;
      say(`two servers: ${killed} of ${kills} kills, ${witness.acknowledged} messages acknowledged`);
    }
    await lived;
    await Promise.all(persons.map((person) => person.read()));
    const exitCodes = await Promise.all(servers.map((server) => server.stop('SIGTERM')));
    const db = kyselyForCommands(postgres.url);
    const together = Array.from({ length: CONVERSATIONS }, (_, index) => [
      persons[index],
      persons[index + CONVERSATIONS],
    ]);
    const histories = await Promise.all(
      together.map((both) =>
        readHistory(
          db,
          both.filter((one) => one !== undefined),
        ),
      ),
    );
    await db.destroy();
    return {
      exitCode: Math.max(...exitCodes.map((code) => code ?? 1)),
      faults: histories.flatMap(checkHistory),
      figures: { kills, clients: CLIENTS, acknowledged: witness.acknowledged, refusedOrBroken: witness.failed },
    };
  } finally {
    await Promise.all(servers.map((server) => server.stop('SIGKILL')));
    await postgres.stop();
    folders.forEach((folder) => folder.remove());
  }
}
