import { type Kysely, type Migration, sql } from 'kysely';

/** What waits and what was answered are looked for apart: a message that is answered moves once, not three times. */
export const inboxIndexes: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`drop index inbox_waiting`.execute(db);
    await sql`create index inbox_answered on inbox (answered_at) where answered_at is not null`.execute(db);
  },
};
