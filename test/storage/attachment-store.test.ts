import fc from 'fast-check';
import type { Kysely } from 'kysely';
import type { NewAttachment } from '../../src/storage/attachment-store';
import { KyselyAttachmentStore } from '../../src/storage/kysely-attachment-store';
import type { Tables } from '../../src/storage/tables';
import { testedDatabases } from './databases';

const NOON = new Date('2026-11-22T12:00:00Z');
const PIECE = 384 * 1_024;

describe.each(testedDatabases())('$name', (database) => {
  let db: Kysely<Tables>;
  let store: KyselyAttachmentStore;

  beforeAll(() => database.start());
  afterAll(() => database.stop());
  beforeEach(async () => {
    db = await database.open();
    store = new KyselyAttachmentStore(db);
    const turn = { id: 'c1', channel: 'web', version: 1, last_seq: 0, state: '{}', created_at: '', updated_at: '' };
    await db.insertInto('conversations').values(turn).execute();
    const ticket = { number: 'n', code_hash: 'h', conversation_id: 'c1', channel: 'web', fund: null, motive: 'autre' };
    const state = { urgent: 0, status: 'new', version: 1, last_seq: 0, created_at: '', updated_at: '', request: '{}' };
    await db
      .insertInto('tickets')
      .values({ id: 't1', ...ticket, ...state, promised_by: null, assigned_to: null })
      .execute();
  });
  afterEach(() => database.close(db));

  const file = (id: string, at = NOON): NewAttachment => {
    return { id, conversationId: 'c1', name: `${id}.pdf`, contentType: 'application/pdf', size: 1, at };
  };
  const give = (id: string) => db.updateTable('attachments').set({ ticket_id: 't1' }).where('id', '=', id).execute();
  const pieces = async () => (await db.selectFrom('attachment_pieces').select('place').execute()).length;

  test.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE + 7])('%d bytes come back as they were', async (length) => {
    const bytes = Buffer.from(Array.from({ length }, (_byte, index) => (index * 31) % 256));
    await store.keep(file('a'), bytes);
    await give('a');
    expect((await store.read('t1', 'a'))?.bytes.equals(bytes)).toBe(true);
    expect(await pieces()).toBe(Math.ceil(length / PIECE));
  });

  test('any bytes come back as they were', async () => {
    let last = 0;
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        const id = `file-${++last}`;
        await store.keep(file(id), Buffer.from(bytes));
        await give(id);
        expect((await store.read('t1', id))?.bytes).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 50 },
    );
  });

  test('a file is read through its ticket only, and only when all of it has come', async () => {
    await store.keep(file('a'), Buffer.from('x'));
    expect(await store.read('t1', 'a')).toBeUndefined();
    await give('a');
    expect(await store.read('t2', 'a')).toBeUndefined();
    await db.updateTable('attachments').set({ complete: 0 }).execute();
    expect(await store.read('t1', 'a')).toBeUndefined();
    expect(await store.ofTicket('t1')).toEqual([]);
  });

  test('files of no ticket are forgotten with their bytes after a time, those of a ticket are not', async () => {
    await store.keep(file('loose'), Buffer.from('x'));
    await store.keep(file('given'), Buffer.from('x'));
    await store.keep(file('young', new Date('2026-11-23T12:00:00Z')), Buffer.from('x'));
    await give('given');
    await store.forgetLoose(new Date('2026-11-23T00:00:00Z'));
    expect((await db.selectFrom('attachments').select('id').orderBy('id').execute()).map(({ id }) => id)).toEqual([
      'given',
      'young',
    ]);
    expect(await pieces()).toBe(2);
  });
});
