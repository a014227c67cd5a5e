import type { Kysely } from 'kysely';
import { fixedQuery } from '../../src/storage/fixed-query';
import type { Tables } from '../../src/storage/tables';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite';

const conversation = (id: string) => {
  const at = '2026-11-22T10:00:00.000Z';
  return { id, channel: 'web', version: 1, last_seq: 0, state: '{}', created_at: at, updated_at: at };
};

let db: Kysely<Tables>;
beforeAll(async () => {
  db = await openSqlite(':memory:');
});
afterAll(() => db.destroy());

test('a query is written once for each length of its lists, and filled in with the values of each call', async () => {
  let written = 0;
  const insert = fixedQuery((on, { rows }: { rows: readonly ReturnType<typeof conversation>[] }) => {
    written++;
    return on.insertInto('conversations').values(rows);
  });
  const select = fixedQuery((on, { ids, least }: { ids: readonly string[]; least: number }) => {
    written++;
    return on
      .selectFrom('conversations')
      .select('id')
      .where('id', 'in', ids)
      .where('version', '>=', least)
      .orderBy('id');
  });
  await insert(db, { rows: ['a', 'b'].map(conversation) });
  await insert(db, { rows: ['c', 'd'].map(conversation) });
  await insert(db, { rows: ['e'].map(conversation) });
  expect(written).toBe(2);

  const found = async (ids: string[], least: number) => (await select(db, { ids, least })).rows.map(({ id }) => id);
  expect(await found(['a', 'd', 'x'], 1)).toEqual(['a', 'd']);
  expect(await found(['c', 'e', 'b'], 1)).toEqual(['b', 'c', 'e']);
  expect(await found(['c', 'e', 'b'], 2)).toEqual([]);
  expect(written).toBe(3);
});

test('in a transaction it belongs to the transaction', async () => {
  const rename = fixedQuery((on, { from, to }: { from: string; to: string }) =>
    on.updateTable('conversations').set({ channel: to }).where('channel', '=', from),
  );
  const undone = db.transaction().execute(async (transaction) => {
    expect((await rename(transaction, { from: 'web', to: 'teams' })).numAffectedRows).toBe(5n);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect((await rename(db, { from: 'teams', to: 'web' })).numAffectedRows).toBe(0n);
});
