import type { Kysely, Migration } from 'kysely';

/** Files that people send, in pieces of text so that every database holds them alike, and what they think of answers. */
export const attachments: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('attachments')
      .addColumn('id', 'text', (column) => column.primaryKey())
      // No reference: a file is kept before the turn that brings its conversation to be.
      .addColumn('conversation_id', 'text', (column) => column.notNull())
      .addColumn('ticket_id', 'text', (column) => column.references('tickets.id'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('content_type', 'text', (column) => column.notNull())
      .addColumn('size', 'integer', (column) => column.notNull())
      .addColumn('complete', 'integer', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('attachments_by_conversation')
      .on('attachments')
      .columns(['conversation_id', 'at'])
      .execute();
    await db.schema.createIndex('attachments_by_ticket').on('attachments').columns(['ticket_id', 'at']).execute();
    await db.schema
      .createTable('attachment_pieces')
      .addColumn('attachment_id', 'text', (column) => column.notNull().references('attachments.id').onDelete('cascade'))
      .addColumn('place', 'integer', (column) => column.notNull())
      .addColumn('base64', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('attachment_pieces_pk', ['attachment_id', 'place'])
      .execute();
    await db.schema
      .createTable('opinions')
      .addColumn('conversation_id', 'text', (column) => column.notNull())
      .addColumn('message_id', 'text', (column) => column.notNull())
      .addColumn('useful', 'integer', (column) => column.notNull())
      .addColumn('comment', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('opinions_pk', ['conversation_id', 'message_id'])
      .execute();
  },
};
