import { type Kysely, type Migration, sql } from 'kysely';
import { isPostgres } from '../dialect';

/** What leaves by a vendor: where each conversation is reached, and the outbox. */
export const delivery: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('addresses')
      .addColumn('channel', 'text', (column) => column.notNull())
      // The vendor's own name for the conversation.
      .addColumn('external_id', 'text', (column) => column.notNull())
      .addColumn('conversation_id', 'text', (column) => column.notNull().unique())
      .addColumn('reference', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('addresses_pk', ['channel', 'external_id'])
      .execute();
    await db.schema
      .createTable('outbox')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversations.id'))
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('tries', 'integer', (column) => column.notNull())
      .addColumn('due_at', 'text', (column) => column.notNull())
      .addColumn('leased_until', 'text')
      .addColumn('error', 'text')
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addUniqueConstraint('outbox_order', ['conversation_id', 'seq'])
      .execute();
    await sql`create index outbox_due on outbox (due_at) where status = 'waiting'`.execute(db);
    await sql`create index outbox_set_aside on outbox (created_at) where status = 'set-aside'`.execute(db);
    await sql`create index inbox_line on inbox (conversation_id, place) where answered_at is null`.execute(db);
    if (isPostgres(db)) await tellOtherServers(db);
  },
};

/** Every server on one PostgreSQL hears of a commit, whichever wrote it: `Changes` listens. */
async function tellOtherServers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function guichet_message_written() returns trigger language plpgsql as $$
    begin
      perform pg_notify('guichet_conversation', new.conversation_id);
      return null;
    end $$`.execute(db);
  await sql`create trigger message_written after insert on messages
    for each row execute function guichet_message_written()`.execute(db);
  await sql`
    create function guichet_delivery_due() returns trigger language plpgsql as $$
    begin
      perform pg_notify('guichet_outbox', '');
      return null;
    end $$`.execute(db);
  await sql`create trigger delivery_due after insert on outbox
    for each statement execute function guichet_delivery_due()`.execute(db);
}
