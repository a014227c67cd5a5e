import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { KyselyConversationStore } from '../../src/storage/kysely-conversation-store';
import { migrate } from '../../src/storage/migrate';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite';
import type { Tables } from '../../src/storage/tables';
import { waitingEntries } from './waiting-entries';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-storage-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => openSqlite(join(folder, 'guichet.sqlite'));

const schema = async (db: Kysely<Tables>) =>
  (await sql<{ sql: string }>`select name, sql from sqlite_master order by name`.execute(db)).rows;

async function pragma(db: Kysely<Tables>, name: string): Promise<unknown> {
  const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
  return Object.values(rows[0] ?? {})[0];
}

test('a new database has its tables', async () => {
  const db = await open();
  const tables = (await db.introspection.getTables()).map(({ name }) => name);
  expect(tables.sort()).toEqual([
    ...['addresses', 'advisor_links', 'advisor_sessions', 'advisors', 'attachment_pieces', 'attachments'],
    ...['conversations', 'events', 'inbox', 'messages', 'opinions', 'outbox', 'ticket_messages', 'tickets'],
  ]);
  await db.destroy();
});

test('migrating twice changes nothing and keeps what is there', async () => {
  const db = await open();
  const store = new KyselyConversationStore(db);
  const entry = {
    conversationId: 'c',
    activityId: 'a',
    repeatKey: 'k',
    channel: 'web',
    activity: {},
    receivedAt: new Date(0),
  };
  await store.acceptActivity(entry);
  const before = await schema(db);
  await migrate(db);
  await migrate(db);
  expect(await schema(db)).toEqual(before);
  expect(await waitingEntries(store)).toEqual([{ place: 1, ...entry }]);
  await db.destroy();
});

test('a file is found again with all that was acknowledged', async () => {
  const first = new KyselyConversationStore(await open());
  const entry = {
    conversationId: 'c',
    activityId: 'a',
    repeatKey: 'k',
    channel: 'web',
    activity: {},
    receivedAt: new Date(0),
  };
  await first.acceptActivity(entry);
  await first.close();
  const second = new KyselyConversationStore(await open());
  expect(await waitingEntries(second)).toEqual([{ place: 1, ...entry }]);
  expect(await second.acceptActivity(entry)).toEqual({ kind: 'repeat', activityId: 'a' });
  await second.close();
});

test('a file is read and written at once (WAL), and a commit is on the disk (synchronous FULL)', async () => {
  const db = await open();
  expect(await pragma(db, 'journal_mode')).toBe('wal');
  expect(await pragma(db, 'synchronous')).toBe(2);
  expect(await pragma(db, 'foreign_keys')).toBe(1);
  await db.destroy();
});

test('two in memory are two databases', async () => {
  const [one, other] = [await openSqlite(':memory:'), await openSqlite(':memory:')];
  const entry = {
    conversationId: 'c',
    activityId: 'a',
    repeatKey: 'k',
    channel: 'web',
    activity: {},
    receivedAt: new Date(0),
  };
  await new KyselyConversationStore(one).acceptActivity(entry);
  expect(await waitingEntries(new KyselyConversationStore(other))).toEqual([]);
  await one.destroy();
  await other.destroy();
});

test('a folder that does not exist is an error', async () => {
  await expect(openSqlite(join(folder, 'missing', 'guichet.sqlite'))).rejects.toThrow();
});
