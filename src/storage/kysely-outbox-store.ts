import type { Kysely } from 'kysely';
import type { Json } from './conversation-store';
import { isPostgres } from './dialect';
import type { OutboxStore, OutgoingMessage, SetAsideMessage } from './outbox-store';
import { fixedQuery } from './fixed-query';
import type { Tables } from './tables';
import { separateWrites } from './writes';

export class KyselyOutboxStore implements OutboxStore {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly writes = separateWrites(db),
  ) {}

  async claim(at: Date, leasedUntil: Date, limit: number): Promise<OutgoingMessage[]> {
    return this.writes.together(async (transaction) => {
      const due = await selectDue(transaction, { now: at.toISOString(), limit });
      const ids = due.rows.map(({ id }) => id);
      if (ids.length === 0) return [];
      await lease(transaction, { ids, until: leasedUntil.toISOString() });
      const { rows } = await selectOutgoing(transaction, { ids });
      return rows.map(toOutgoing);
    });
  }

  async delivered({ id, conversationId }: Pick<OutgoingMessage, 'id' | 'conversationId'>): Promise<'more' | 'none'> {
    await this.writes.alone((db) => deleteOutgoing(db, { id }));
    const behind = await selectBehind(this.db, { conversationId });
    return behind.rows.length > 0 ? 'more' : 'none';
  }

  async tryAgain(id: string, dueAt: Date, error: string): Promise<void> {
    await this.writes.alone((db) =>
      db
        .updateTable('outbox')
        .set((row) => ({ tries: row('tries', '+', 1), due_at: dueAt.toISOString(), leased_until: null, error }))
        .where('id', '=', id)
        .execute(),
    );
  }

  async setAside(id: string, error: string): Promise<void> {
    await this.writes.alone((db) =>
      db
        .updateTable('outbox')
        .set((row) => ({ tries: row('tries', '+', 1), status: 'set-aside', leased_until: null, error }))
        .where('id', '=', id)
        .execute(),
    );
  }

  async allSetAside(limit: number): Promise<SetAsideMessage[]> {
    const rows = await this.db
      .selectFrom('outbox')
      .selectAll()
      .where('status', '=', 'set-aside')
      .orderBy('created_at')
      .limit(limit)
      .execute();
    return rows.map(({ id, conversation_id: conversationId, channel, tries, error, created_at: createdAt }) => {
      return { id, conversationId, channel, tries, error: error ?? '', createdAt: new Date(createdAt) };
    });
  }

  async countSetAside(): Promise<number> {
    const { count } = await this.db
      .selectFrom('outbox')
      .select((row) => row.fn.countAll().as('count'))
      .where('status', '=', 'set-aside')
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  async sendAgain(id: string, at: Date): Promise<boolean> {
    const { numUpdatedRows } = await this.writes.alone((db) =>
      db
        .updateTable('outbox')
        .set({ status: 'waiting', tries: 0, due_at: at.toISOString() })
        .where('id', '=', id)
        .where('status', '=', 'set-aside')
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  async nextDueAt(): Promise<Date | undefined> {
    const [first] = (await selectNextDue(this.db, {})).rows;
    return first && new Date(first.due_at);
  }
}

/** Only the first that waits in each conversation: what follows it is not due before it has left or was set aside. */
const selectDue = fixedQuery((db, { now, limit }: { now: string; limit: number }) =>
  db
    .selectFrom('outbox')
    .select('id')
    .where('status', '=', 'waiting')
    .where('due_at', '<=', now)
    .where((row) => row.or([row('leased_until', 'is', null), row('leased_until', '<=', now)]))
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('outbox as earlier')
            .select('earlier.id')
            .whereRef('earlier.conversation_id', '=', 'outbox.conversation_id')
            .whereRef('earlier.seq', '<', 'outbox.seq')
            .where('earlier.status', '=', 'waiting'),
        ),
      ),
    )
    .orderBy('due_at')
    .limit(limit)
    .$if(isPostgres(db), (query) => query.forUpdate().skipLocked()),
);

const lease = fixedQuery((db, { ids, until }: { ids: readonly string[]; until: string }) =>
  db.updateTable('outbox').set({ leased_until: until }).where('id', 'in', ids),
);

const selectOutgoing = fixedQuery((db, { ids }: { ids: readonly string[] }) =>
  db
    .selectFrom('outbox')
    .innerJoin('messages', (join) =>
      join.onRef('messages.conversation_id', '=', 'outbox.conversation_id').onRef('messages.seq', '=', 'outbox.seq'),
    )
    .leftJoin('addresses', 'addresses.conversation_id', 'outbox.conversation_id')
    .select(['outbox.id', 'outbox.conversation_id', 'outbox.channel', 'outbox.tries'])
    .select(['messages.activity', 'addresses.reference'])
    .where('outbox.id', 'in', ids)
    .orderBy('outbox.due_at'),
);

const deleteOutgoing = fixedQuery((db, { id }: { id: string }) => db.deleteFrom('outbox').where('id', '=', id));

const selectBehind = fixedQuery((db, { conversationId }: { conversationId: string }) =>
  db
    .selectFrom('outbox')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .where('status', '=', 'waiting')
    .limit(1),
);

const selectNextDue = fixedQuery((db) =>
  db.selectFrom('outbox').select('due_at').where('status', '=', 'waiting').orderBy('due_at').limit(1),
);

interface OutgoingRow {
  id: string;
  conversation_id: string;
  channel: string;
  tries: number;
  activity: string;
  reference: string | null;
}

function toOutgoing({ conversation_id: conversationId, activity, reference, ...row }: OutgoingRow): OutgoingMessage {
  return {
    ...row,
    conversationId,
    activity: JSON.parse(activity) as Json,
    reference: reference === null ? undefined : (JSON.parse(reference) as Json),
  };
}
