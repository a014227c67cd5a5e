import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { KyselyConversationStore } from '../../src/storage/kysely-conversation-store';
import { KyselyTicketStore } from '../../src/storage/kysely-ticket-store';
import { migrate, migrationStatus } from '../../src/storage/migrate';
import { moveCommand } from '../../src/storage/move/move-command';
import { tablesInOrder } from '../../src/storage/move/moved-tables';
import type { Progress } from '../../src/storage/move/progress';
import { kyselyForCommands } from '../../src/storage/postgres/open-postgres';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite';
import type { Tables } from '../../src/storage/tables';
import { CAMILLE, CONVERSATION, startTestDesk } from '../desk/test-desk';
import { type PostgresServer, startPostgres } from './postgres';

const HOSTILE = [
  "l'été « où » ? \"guillemets\" 'droits' \\ \\n $1 ; drop table messages; --",
  '👩🏽‍🦽🇫🇷 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𐍈 e\u0301 \u202e\ufeff\u2028',
  JSON.stringify('échappé \0 ici'),
  '{"text":"\\ud83d seul"}',
  ' \t\r\n',
];
/** More than one page of them. */
const EVENTS = 1_203;

let server: PostgresServer;
let target: Kysely<Tables>;
let folder: string;
let file: string;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-move-'));
  file = join(folder, 'guichet.sqlite');
  target = kyselyForCommands(server.url);
  await sql`drop schema public cascade; create schema public`.execute(target);
});
afterEach(async () => {
  await target.destroy();
  rmSync(folder, { recursive: true });
});

const silent: Progress = { start: () => undefined, advance: () => undefined, stop: () => undefined };

async function move({ args = ['--from', file, '--to', server.url], progress = silent } = {}) {
  const told: string[] = [];
  const complaints: string[] = [];
  const code = await moveCommand(args, {
    usual: { from: join(folder, 'nothing.sqlite'), to: undefined },
    progress,
    print: (line) => told.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, told: told.join('\n'), complaints: complaints.join('\n') };
}

/** What a demonstration leaves behind: conversations, messages to advisors, answers, a session, and what nobody expects. */
async function fill(): Promise<void> {
  const db = await openSqlite(file);
  const desk = await startTestDesk({ db });
  const browser = await desk.browserOf(CAMILLE);
  for (const [index, text] of HOSTILE.entries()) {
    const id = await desk.writeTicket({ urgent: index % 2 === 0, fund: index ? '931' : null });
    await desk.personAdds(id, text);
    await browser.post(`/desk/tickets/${id}/reply`, {
      version: 2,
      seen: 1,
      text: `Réponse ${text}`,
      status: 'resolved',
    });
  }
  await desk.stop();
  const event = { schema: 1, at: '2026-11-22T09:00:00.000Z', conversation_id: CONVERSATION, seq: 1, channel: 'web' };
  const events = Array.from({ length: EVENTS }, (_, number) => ({
    ...event,
    // Upper and lower case, accents, signs: two databases sort them in two orders.
    id: `${['a', 'B', 'é', '_', '👍'][number % 5]}${number}`,
    ...{ knowledge_version: 'v', kind: 'asked', data: HOSTILE[number % HOSTILE.length] ?? '' },
  }));
  await db.insertInto('events').values(events).execute();
  await db
    .insertInto('addresses')
    .values({ channel: 'teams', external_id: HOSTILE[1] ?? '', conversation_id: CONVERSATION, reference: '{}' })
    .execute();
  const store = new KyselyConversationStore(db);
  const entry = {
    conversationId: CONVERSATION,
    channel: 'web',
    activity: { text: HOSTILE[0] },
    receivedAt: new Date(0),
  };
  await store.acceptActivity({ ...entry, activityId: 'waiting', repeatKey: `web:${HOSTILE[1]}` });
  await store.acceptActivity({ ...entry, activityId: 'gone', repeatKey: null });
  await db.deleteFrom('inbox').where('activity_id', '=', 'gone').execute();
  await db.destroy();
}

/** Every row of every table, in an order of our own. */
async function everything(db: Kysely<Tables>): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const { name } of await db.introspection.getTables()) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db);
    all[name] = rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  }
  return all;
}

async function inSource<T>(look: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  const db = await openSqlite(file, { migrated: false });
  try {
    return await look(db);
  } finally {
    await db.destroy();
  }
}

const rowsInTarget = async () => Object.values(await everything(target)).flat().length;

describe('moving', () => {
  beforeEach(() => fill());

  test('takes every row along, and says what was counted on both sides', async () => {
    const { code, told, complaints } = await move();
    expect({ code, complaints }).toEqual({ code: 0, complaints: '' });
    const source = await inSource(everything);
    const arrived = await everything(target);
    expect(arrived).toEqual(source);
    for (const [table, rows] of Object.entries(source)) {
      const line = told.split('\n').find((one) => one.startsWith(`${table} `)) ?? '';
      const [, left, came, one, other] = line.split(/ +/);
      expect([left, came, one]).toEqual([String(rows.length), String(rows.length), other]);
    }
    expect(source['events']).toHaveLength(EVENTS);
    expect(told).toContain('ticket.key');
  });

  test('leaves a database that a server goes on with', async () => {
    await move();
    const store = new KyselyConversationStore(target);
    const entry = { conversationId: CONVERSATION, channel: 'web', activity: {}, receivedAt: new Date(1) };
    const again = await store.acceptActivity({ ...entry, activityId: 'x', repeatKey: `web:${HOSTILE[1]}` });
    expect(again).toEqual({ kind: 'repeat', activityId: 'waiting' });
    const places = await inSource(
      async (db) => (await sql<{ seq: number }>`select seq from sqlite_sequence`.execute(db)).rows,
    );
    // Behind the place of a row that has gone, too; the repeat before has used one up.
    const next = await store.acceptActivity({ ...entry, activityId: 'y', repeatKey: null });
    expect(next).toMatchObject({ kind: 'accepted', place: (places[0]?.seq ?? 0) + 2 });
    const [ticket] = await new KyselyTicketStore(target).ticketsOf(CONVERSATION);
    expect((await new KyselyTicketStore(target).thread(ticket?.id ?? '')).length).toBeGreaterThan(0);
    const triggers = await sql<{ state: string }>`
      select tgenabled as state from pg_trigger where not tgisinternal`.execute(target);
    expect(new Set(triggers.rows.map(({ state }) => state))).toEqual(new Set(['O']));
  });

  test('is refused where something stands already, and changes nothing', async () => {
    expect((await move()).code).toBe(0);
    const before = await everything(target);
    const { code, told, complaints } = await move();
    expect({ code, told }).toEqual({ code: 2, told: '' });
    expect(complaints).toMatch(/not empty: .*messages \(\d+\)/);
    expect(await everything(target)).toEqual(before);
  });

  test('interrupted half way leaves nothing, and can be run again', async () => {
    let rows = 0;
    const broken: Progress = {
      ...silent,
      advance: (more) => {
        rows += more;
        if (rows > EVENTS) throw new Error('interrupted');
      },
    };
    await expect(move({ progress: broken })).rejects.toThrow('interrupted');
    expect(await rowsInTarget()).toBe(0);
    expect((await move()).code).toBe(0);
  });

  test('that does not arrive as it left ends with 1 and leaves nothing', async () => {
    await migrate(target);
    await sql`create rule one_lost as on insert to events where new.id = 'a0' do instead nothing`.execute(target);
    const { code, told, complaints } = await move();
    expect(code).toBe(1);
    expect(complaints).toContain('not what left');
    expect(told).toMatch(new RegExp(`^events +${EVENTS} +${EVENTS - 1} `, 'm'));
    expect(await rowsInTarget()).toBe(0);
  });

  test('that changes one letter is noticed, though the counts are the same', async () => {
    await migrate(target);
    await sql`create rule one_changed as on insert to events where new.id = 'a0' do also
      update events set kind = 'Asked' where id = 'a0'`.execute(target);
    expect((await move()).code).toBe(1);
    expect(await rowsInTarget()).toBe(0);
  });

  test('a raw NUL character, which PostgreSQL cannot keep, is left out and told', async () => {
    await inSource((db) => db.updateTable('ticket_messages').set({ text: 'a\0b' }).where('seq', '=', 1).execute());
    const { code, told } = await move();
    expect(code).toBe(0);
    expect(told).toContain(`lost a NUL character, which PostgreSQL cannot keep: ${HOSTILE.length}`);
    const texts = await target.selectFrom('ticket_messages').select('text').where('seq', '=', 1).execute();
    expect(new Set(texts.map(({ text }) => text))).toEqual(new Set(['ab']));
  });

  test('waits for nobody: a file that a server has open is refused', async () => {
    const running = await openSqlite(file);
    const { code, complaints } = await move();
    await running.destroy();
    expect(code).toBe(2);
    expect(complaints).toContain('stop the server first');
    expect((await move()).code).toBe(0);
  });
});

test('an older schema is refused, with what to do', async () => {
  const db = await openSqlite(file, { migrated: false });
  await migrate(db, '0001-conversations');
  await db.destroy();
  const { code, complaints } = await move();
  expect(code).toBe(2);
  expect(complaints).toMatch(/lacks 0002-tickets.*npm run migrate/);
  expect((await migrationStatus(target)).filter(({ executedAt }) => executedAt)).toEqual([]);
});

test('tables come after those they refer to', async () => {
  const db = await openSqlite(':memory:');
  const tables = (await tablesInOrder(db)).map(({ name }) => name);
  const all = (await db.introspection.getTables()).map(({ name }) => name);
  expect([...tables].sort()).toEqual(all.sort());
  for (const [parent, child] of [
    ['conversations', 'messages'],
    ['conversations', 'tickets'],
    ['tickets', 'ticket_messages'],
    ['advisors', 'advisor_sessions'],
    ['conversations', 'outbox'],
  ] as const) {
    expect(tables.indexOf(parent)).toBeLessThan(tables.indexOf(child));
  }
  await db.destroy();
});

test.each([[['--from', 'x']], [['--to', 'mysql://x']], [['--into', 'x']], [['--to']]])(
  'wrong usage ends with 2: %j',
  async (args) => {
    expect(await move({ args })).toMatchObject({
      code: 2,
      told: '',
      complaints: expect.stringContaining('usage') as string,
    });
  },
);

test('a file that does not exist ends with 2', async () => {
  expect(await move()).toMatchObject({ code: 2, complaints: `there is no file ${file}` });
});
