import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { kyselyForCommands } from '../../src/storage/postgres/open-postgres';
import { call, type Opened, type ServedActivities } from '../channels/direct-line-calls';
import { Browsing, hiddenField } from '../desk/browsing';
import { type PostgresServer, startPostgres } from '../storage/postgres';
import { checkHistory } from '../torture/check-history';
import { newWitness, Person } from '../torture/person';
import { readHistory } from '../torture/read-history';
import { startRoundRobin } from '../torture/round-robin';
import { writeToAdvisor } from '../torture/what-people-say';
import { buildOnce, type RunningServer, startServer, temporaryFolder } from './start-server';

jest.setTimeout(300_000);

const PASSWORD = 'une phrase de passe assez longue';
const ANSWER = 'Votre carte est partie hier.';
/** A second on a machine of its own; these are shared. */
const ANSWER_LIMIT_MS = 5_000;
const PERSONS = 6;
const MESSAGES_EACH = 8;

const folders = [temporaryFolder(), temporaryFolder()] as const;
let postgres: PostgresServer;
let a: RunningServer;
let b: RunningServer;

beforeAll(async () => {
  buildOnce();
  postgres = await startPostgres();
  const settings = { DATABASE_URL: postgres.url, SECRET_KEY: randomBytes(32).toString('base64') };
  a = await startServer(folders[0].path, 0, settings);
  b = await startServer(folders[1].path, 0, settings);
}, 300_000);

afterAll(async () => {
  await Promise.all([a?.stop('SIGKILL'), b?.stop('SIGKILL')]);
  await postgres?.stop();
  folders.forEach((folder) => folder.remove());
});

/** A browser in which the first advisor has chosen a password, at this server's desk. */
async function signIn(server: RunningServer): Promise<Browsing> {
  const files = folders.map(({ path }) => join(path, 'first-login.txt')).filter((file) => existsSync(file));
  const link = /\/desk\/first-login\/[\w-]+/.exec(readFileSync(files[0] ?? '', 'utf8'))?.[0] ?? '';
  const browser = new Browsing(server.address);
  await browser.get(link);
  await browser.post(link, { name: 'Dominique, conseil', password: PASSWORD, again: PASSWORD });
  return browser;
}

/** The moment at which this stream brings these words. */
function brought(socket: WebSocket, words: string): Promise<number> {
  return new Promise((resolve) => {
    socket.on('message', (data: Buffer) => {
      if (data.length === 0) return;
      const { activities } = JSON.parse(data.toString()) as ServedActivities;
      if (activities.some(({ text }) => text?.includes(words))) resolve(performance.now());
    });
  });
}

it('a person connected to one server reads at once what an advisor answers on the other', async () => {
  const person = new Person(() => a.address, newWitness());
  await person.begin();
  await writeToAdvisor(person);
  const path = `/conversations/${person.conversationId}?watermark=${person.readUpTo}`;
  const { body } = await call<Opened>(a.address, path, { method: 'GET', token: person.token });
  const socket = new WebSocket(body.streamUrl);
  await new Promise((opened) => socket.once('open', opened));
  const read = brought(socket, ANSWER);

  const browser = await signIn(b);
  const ticket = /\/desk\/tickets\/[\w-]+/.exec((await browser.get('/desk')).html)?.[0] ?? '';
  const { html } = await browser.get(ticket);
  const [version, seen] = ['version', 'seen'].map((name) => hiddenField(html, `${ticket}/reply`, name));
  const posted = performance.now();
  const sent = await browser.post(`${ticket}/reply`, {
    ...{ text: ANSWER, status: 'waiting-for-person', version: version ?? '', seen: seen ?? '' },
  });
  expect(sent.status).toBe(303);
  const milliseconds = (await read) - posted;
  socket.terminate();
  expect(milliseconds).toBeLessThan(ANSWER_LIMIT_MS);
});

it('one of two servers may be stopped under load: nobody needs more than one more try, and nothing is lost', async () => {
  const balancer = await startRoundRobin([a.port, b.port]);
  const persons = Array.from({ length: PERSONS }, () => new Person(() => balancer.address, newWitness()));
  await Promise.all(persons.map((person) => person.begin()));
  const talks = persons.map(async (person) => {
    for (let said = 0; said < MESSAGES_EACH; said++) await person.say('merci');
  });
  await persons[0]?.say('bonjour');
  expect(await b.stop('SIGTERM')).toBe(0);
  await Promise.all(talks);
  await balancer.stop();
  expect(Math.max(...persons.flatMap(({ sent }) => sent.map(({ tries }) => tries)))).toBeLessThanOrEqual(2);
  const db = kyselyForCommands(postgres.url);
  const histories = await Promise.all(persons.map((person) => readHistory(db, [person])));
  await db.destroy();
  expect(histories.flatMap(checkHistory)).toEqual([]);
});
