import type { Kysely, Migration } from 'kysely';

/** Messages to an advisor with their threads, and the advisors who answer them. */
export const tickets: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('tickets')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('number', 'text', (column) => column.notNull().unique())
      .addColumn('code_hash', 'text', (column) => column.notNull())
      .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversations.id'))
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('fund', 'text')
      .addColumn('motive', 'text', (column) => column.notNull())
      .addColumn('urgent', 'integer', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('last_seq', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .addColumn('promised_by', 'text')
      // No reference: a ticket keeps the id of an advisor who has left.
      .addColumn('assigned_to', 'text')
      .addColumn('request', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('tickets_queue').on('tickets').columns(['status', 'created_at']).execute();
    await db.schema
      .createIndex('tickets_by_conversation')
      .on('tickets')
      .columns(['conversation_id', 'created_at'])
      .execute();
    await db.schema
      .createTable('ticket_messages')
      .addColumn('ticket_id', 'text', (column) => column.notNull().references('tickets.id'))
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('author', 'text', (column) => column.notNull())
      .addColumn('advisor_id', 'text')
      .addColumn('author_name', 'text')
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('ticket_messages_pk', ['ticket_id', 'seq'])
      .execute();
    await db.schema
      .createTable('advisors')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('login', 'text', (column) => column.notNull().unique())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('password_hash', 'text')
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('advisor_links')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('advisor_id', 'text', (column) => column.notNull().references('advisors.id'))
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('advisor_sessions')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('advisor_id', 'text', (column) => column.notNull().references('advisors.id'))
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('last_seen_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('advisor_links_by_advisor').on('advisor_links').column('advisor_id').execute();
    await db.schema.createIndex('advisor_sessions_by_advisor').on('advisor_sessions').column('advisor_id').execute();
  },
};
