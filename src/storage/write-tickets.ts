import type { Kysely } from 'kysely';
import type { TurnCommit } from './conversation-store';
import { giveAttachments } from './give-attachments';
import type { Tables } from './tables';

/** The tickets that a turn opens. A number is short, so it may be taken: the whole turn is then undone by the caller. */
export async function writeTickets(transaction: Kysely<Tables>, turn: TurnCommit): Promise<'written' | 'number-taken'> {
  if (turn.tickets.length === 0) return 'written';
  const at = turn.at.toISOString();
  const rows = turn.tickets.map((ticket) => ({
    id: ticket.id,
    number: ticket.number,
    code_hash: ticket.codeHash,
    conversation_id: turn.conversationId,
    channel: turn.channel,
    fund: ticket.fund,
    motive: ticket.motive,
    urgent: ticket.urgent ? 1 : 0,
    status: 'new',
    version: 1,
    last_seq: 0,
    created_at: at,
    updated_at: at,
    promised_by: ticket.promisedBy,
    assigned_to: null,
    request: JSON.stringify(ticket.request),
  }));
  const inserted = await transaction
    .insertInto('tickets')
    .values(rows)
    .onConflict((conflict) => conflict.column('number').doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== BigInt(rows.length)) return 'number-taken';
  for (const { id, attachments } of turn.tickets) {
    await giveAttachments(transaction, turn.conversationId, id, attachments);
  }
  return 'written';
}

/** What the person adds to their tickets. Whatever the ticket's status, an advisor has to read it: only a new ticket stays
 *  new, and one that was closed in the meantime is open again. Throws when there is no such ticket. */
export async function appendToThreads(transaction: Kysely<Tables>, turn: TurnCommit): Promise<void> {
  const at = turn.at.toISOString();
  for (const { id, ticketId, text, attachments } of turn.ticketMessages) {
    const { last_seq: seq } = await transaction
      .updateTable('tickets')
      .set((row) => ({
        version: row('version', '+', 1),
        last_seq: row('last_seq', '+', 1),
        status: row.case().when('status', '=', 'new').then('new').else('in-progress').end(),
        updated_at: at,
      }))
      .where('id', '=', ticketId)
      .returning('last_seq')
      .executeTakeFirstOrThrow();
    await transaction
      .insertInto('ticket_messages')
      .values({ ticket_id: ticketId, seq, id, author: 'person', advisor_id: null, author_name: null, text, at })
      .execute();
    await giveAttachments(transaction, turn.conversationId, ticketId, attachments);
  }
}
