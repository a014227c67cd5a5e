import { join } from 'node:path';
import { WebSocket } from 'ws';
import { answerTo, type Opened, post, startConversation } from '../channels/direct-line-calls';
import { waitFor } from '../channels/wait-for';
import type { ConversationStore } from '../../src/storage/conversation-store';
import { KyselyConversationStore } from '../../src/storage/kysely-conversation-store';
import { kyselyForCommands } from '../../src/storage/postgres/open-postgres';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite';
import { buildOnce, type RunningServer, startServer, temporaryFolder } from './start-server';
import { type PostgresServer, startPostgres } from '../storage/postgres';
import { waitingEntries } from '../storage/waiting-entries';

jest.setTimeout(300_000);

/** After how many acknowledgements of a round the server is killed: before any answer, between them, after most. */
const KILLED_AFTER = [1, 4, 2, 7, 3, 9, 5, 12, 6, 8];
const MESSAGES_A_ROUND = 12;
const CONVERSATIONS = 4;
const STOP_LIMIT_MS = 10_000;
const TEXTS = ['jai perdu ma carte vital', 'non', 'merci', 'azerty qsdf wxcv', 'où envoyer mon arrêt de travail ?'];

interface Message {
  opened: Opened;
  text: string;
  /** The client's own id: the same at every try. */
  clientId: string;
  /** Set once the server has acknowledged it. */
  id?: string;
}

type DatabaseName = 'sqlite' | 'postgres';
/** Each kill costs a start of several seconds; the whole torture is `npm run torture`. */
const KILLS: [number, DatabaseName][] = [
  [10, 'sqlite'],
  [5, 'postgres'],
];

const folder = temporaryFolder();
let postgres: PostgresServer;
let server: RunningServer;

beforeAll(async () => {
  buildOnce();
  postgres = await startPostgres({ durable: true });
}, 120_000);

afterEach(async () => {
  await server?.stop('SIGKILL');
});

afterAll(async () => {
  await postgres?.stop();
  folder.remove();
});

/** The server on one of the databases, where it was before if there is one. */
async function start(database: DatabaseName = 'sqlite', port = 0): Promise<RunningServer> {
  const settings = database === 'postgres' ? { DATABASE_URL: postgres.url } : {};
  server = await startServer(folder.path, port, settings);
  return server;
}

/** Looks into the data while no server is at work on it. */
async function lookInside<T>(
  look: (store: ConversationStore) => Promise<T>,
  database: DatabaseName = 'sqlite',
): Promise<T> {
  const onPostgres = database === 'postgres';
  const db = onPostgres ? kyselyForCommands(postgres.url) : await openSqlite(join(folder.path, 'guichet.sqlite'));
  const store = new KyselyConversationStore(db);
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}

/** Posts them all at once; what the server does not acknowledge before it dies stays without an id. */
async function postAll(messages: Message[], acknowledged: () => void): Promise<void> {
  await Promise.allSettled(
    messages.map(async (message) => {
      const { status, body } = await post(server.address, message.opened, message.text, message.clientId);
      expect(status).toBe(200);
      message.id = body.id;
      acknowledged();
    }),
  );
}

function newMessages(round: number, conversations: Opened[]): Message[] {
  return Array.from({ length: MESSAGES_A_ROUND }, (_, index) => ({
    opened: conversations[index % CONVERSATIONS] as Opened,
    text: TEXTS[(round + index) % TEXTS.length] ?? '',
    clientId: `round-${round}-message-${index}`,
  }));
}

/** As the server keeps a message whose answer takes long, and acknowledges it: it dies before the answer. */
async function leaveBehind(round: number, opened: Opened, store: ConversationStore): Promise<Message> {
  const message = { opened, text: 'merci', clientId: `left-behind-${round}`, id: `left-behind-${round}` };
  const kept = await store.acceptActivity({
    conversationId: opened.conversationId,
    channel: 'web',
    activityId: message.id,
    repeatKey: `web:${opened.conversationId}:${message.clientId}`,
    activity: { type: 'message', text: message.text, channelData: { clientActivityID: message.clientId, masked: [] } },
    receivedAt: new Date('2026-11-22T09:00:00Z'),
  });
  expect(kept.kind).toBe('accepted');
  return message;
}

it.each(KILLS)(
  'killed %i times on %s, it loses no acknowledged message, keeps none twice and answers each once',
  async (kills, database) => {
    await start(database);
    const conversations: Opened[] = [];
    for (let begun = 0; begun < CONVERSATIONS; begun++) conversations.push(await startConversation(server.address));
    const messages: Message[] = [];
    let struck = 0;

    for (const [round, killedAfter] of KILLED_AFTER.slice(0, kills).entries()) {
      messages.push(...newMessages(round, conversations));
      let acknowledged = 0;
      let killed: Promise<unknown> | undefined;
      await postAll(unacknowledged(messages), () => {
        if (++acknowledged === killedAfter) killed = server.stop('SIGKILL');
      });
      expect(acknowledged).toBeGreaterThanOrEqual(killedAfter);
      await killed;
      struck += unacknowledged(messages).length;
      const opened = conversations[round % CONVERSATIONS] as Opened;
      messages.push(await lookInside((store) => leaveBehind(round, opened, store), database));
      await start(database, server.port);
    }
    await postAll(unacknowledged(messages), () => undefined);
    expect(unacknowledged(messages)).toEqual([]);
    // A client that was cut off before it read the acknowledgement sends its message again.
    const acknowledgedAs = messages.map(({ id }) => id);
    await postAll(messages, () => undefined);
    expect(messages.map(({ id }) => id)).toEqual(acknowledgedAs);
    for (const { opened, id = '' } of messages) await answerTo(server.address, opened, id);
    expect(await server.stop('SIGTERM')).toBe(0);

    // The kills did hit messages that were under way.
    expect(struck).toBeGreaterThan(0);
    await lookInside(async (store) => {
      expect(await waitingEntries(store)).toEqual([]);
      for (const opened of conversations) {
        const mine = messages.filter((message) => message.opened === opened);
        const transcript = await store.transcript(opened.conversationId, 0);
        expect(transcript.map(({ seq }) => seq)).toEqual(transcript.map((_, index) => index + 1));
        expect(transcript).toHaveLength(1 + 2 * mine.length);
        for (const { id, clientId, text } of mine) {
          const copies = transcript.filter(({ activity }) => clientIdOf(activity) === clientId);
          expect(copies).toMatchObject([{ id, author: 'person', activity: { text } }]);
          const answers = transcript.filter(({ activity }) => replyToId(activity) === id);
          expect(answers).toMatchObject([{ author: 'bot', seq: (copies[0]?.seq ?? 0) + 1 }]);
        }
      }
    }, database);
  },
);

it('told to stop, it ends what it has begun, closes its streams and exits with 0 within ten seconds', async () => {
  await start();
  const opened = await startConversation(server.address);
  const socket = new WebSocket(opened.streamUrl);
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => socket.once('message', resolve));
  const { body } = await post(server.address, opened, 'jai perdu ma carte vital');
  const asked = performance.now();
  expect(await server.stop('SIGTERM')).toBe(0);
  expect(performance.now() - asked).toBeLessThan(STOP_LIMIT_MS);
  expect(await closed).toBe(1001);
  const answered = await lookInside((store) => store.transcript(opened.conversationId, 0));
  expect(answered.at(-1)?.activity).toMatchObject({ replyToId: body.id });
});

it('counts its turns for the operator, and tells no word of what was written', async () => {
  await start();
  const opened = await startConversation(server.address);
  const { body } = await post(server.address, opened, 'jai perdu ma carte vital');
  await answerTo(server.address, opened, body.id);
  const metrics = await (await fetch(`${server.address}/metrics`)).text();
  expect(metrics).toMatch(/^guichet_turns_total\{channel="web",outcome="committed"\} 2$/m);
  expect(metrics).not.toMatch(/carte|perdu/);
  expect(metrics).not.toContain(opened.conversationId);
});

it('started again on the same port right after a kill, it knows its conversations and their tokens', async () => {
  await start();
  const opened = await startConversation(server.address);
  await server.stop('SIGKILL');
  await start('sqlite', server.port);
  const { body } = await post(server.address, opened, 'merci');
  expect((await answerTo(server.address, opened, body.id)).text).toContain('Avec plaisir');
  await waitFor('readiness', async () => (await fetch(`${server.address}/readyz`)).status === 200);
});

const unacknowledged = (messages: Message[]) => messages.filter(({ id }) => id === undefined);

function clientIdOf(activity: unknown): string | undefined {
  return (activity as { channelData?: { clientActivityID?: string } }).channelData?.clientActivityID;
}

function replyToId(activity: unknown): string | undefined {
  return (activity as { replyToId?: string }).replyToId;
}
