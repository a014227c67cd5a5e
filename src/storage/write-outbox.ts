import type { Insertable, Kysely } from 'kysely';
import { fixedQuery } from './fixed-query';
import type { Tables } from './tables';

/** Here people read the transcript itself: nothing has to be brought to them. */
const READ_FROM_TRANSCRIPT: ReadonlySet<string> = new Set(['web', 'terminal']);

/** Puts messages just written to a conversation in the outbox, where its channel has to be brought them. */
export async function writeOutbox(
  transaction: Kysely<Tables>,
  { conversationId, channel, at }: { conversationId: string; channel: string; at: Date },
  messages: readonly { id: string; seq: number }[],
): Promise<void> {
  if (messages.length === 0 || READ_FROM_TRANSCRIPT.has(channel)) return;
  const now = at.toISOString();
  const rows = messages.map(({ id, seq }) => ({
    id,
    conversation_id: conversationId,
    seq,
    channel,
    status: 'waiting',
    tries: 0,
    due_at: now,
    leased_until: null,
    error: null,
    created_at: now,
  }));
  await insertOutbox(transaction, { rows });
}

const insertOutbox = fixedQuery((db, { rows }: { rows: readonly Insertable<Tables['outbox']>[] }) =>
  db.insertInto('outbox').values(rows),
);
