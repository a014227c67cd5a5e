import type { Kysely } from 'kysely';
import { isContention } from './contention';
import type { Tables } from './tables';
import type { AdvisorReply } from './ticket-store';
import { writeOutbox } from './write-outbox';
import type { Writes } from './writes';

/** Writes an advisor's answer to the conversation and to the ticket's thread, both or none. `outrun`: the conversation or
 *  the ticket moved since it was read, and nothing is written.
 *  The conversation comes first, as in a turn: two writers who lock in one order cannot block each other, and SQLite takes
 *  its write lock with the first statement. */
export async function writeReply(
  writes: Writes,
  reply: AdvisorReply,
  read: { conversationId: string; conversationVersion: number },
): Promise<'sent' | 'outrun'> {
  return writes
    .together(async (transaction) => {
      await appendToConversation(transaction, reply, read);
      await appendToThread(transaction, reply);
      return 'sent' as const;
    })
    .catch((error: unknown) => {
      if (error instanceof Outrun || isContention(error)) return 'outrun' as const;
      throw error;
    });
}

/** Undoes the transaction; never leaves this file. */
class Outrun extends Error {}

async function appendToConversation(
  transaction: Kysely<Tables>,
  { messageId, activity, at }: AdvisorReply,
  { conversationId, conversationVersion }: { conversationId: string; conversationVersion: number },
): Promise<void> {
  const moved = await transaction
    .updateTable('conversations')
    .set((row) => ({
      version: row('version', '+', 1),
      last_seq: row('last_seq', '+', 1),
      updated_at: at.toISOString(),
    }))
    .where('id', '=', conversationId)
    .where('version', '=', conversationVersion)
    .returning(['last_seq', 'channel'])
    .executeTakeFirst();
  if (!moved) throw new Outrun();
  await transaction
    .insertInto('messages')
    .values({
      conversation_id: conversationId,
      seq: moved.last_seq,
      id: messageId,
      author: 'advisor',
      activity: JSON.stringify(activity),
      at: at.toISOString(),
    })
    .execute();
  const { channel, last_seq: seq } = moved;
  await writeOutbox(transaction, { conversationId, channel, at }, [{ id: messageId, seq }]);
}

/** Who answers a ticket that nobody took has taken it. */
async function appendToThread(transaction: Kysely<Tables>, reply: AdvisorReply): Promise<void> {
  const { ticketId, advisor, text, messageId } = reply;
  const at = reply.at.toISOString();
  const ticket = await transaction
    .updateTable('tickets')
    .set((row) => ({
      version: row('version', '+', 1),
      last_seq: row('last_seq', '+', 1),
      status: reply.status,
      assigned_to: row.fn.coalesce('assigned_to', row.val(advisor.id)),
      updated_at: at,
    }))
    .where('id', '=', ticketId)
    .where('version', '=', reply.expectedVersion)
    .returning('last_seq')
    .executeTakeFirst();
  if (!ticket) throw new Outrun();
  await transaction
    .insertInto('ticket_messages')
    .values({
      ticket_id: ticketId,
      seq: ticket.last_seq,
      id: messageId,
      author: 'advisor',
      advisor_id: advisor.id,
      author_name: advisor.name,
      text,
      at,
    })
    .execute();
}
