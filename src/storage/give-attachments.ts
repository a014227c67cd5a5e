import type { Kysely } from 'kysely';
import type { Tables } from './tables';

/** Gives files of a conversation to one of its tickets. Those of another conversation, or of another ticket, stay where
 *  they are: ids come from the state, and the state is no proof. */
export async function giveAttachments(
  transaction: Kysely<Tables>,
  conversationId: string,
  ticketId: string,
  ids: readonly string[] = [],
): Promise<void> {
  if (ids.length === 0) return;
  await transaction
    .updateTable('attachments')
    .set({ ticket_id: ticketId })
    .where('id', 'in', ids)
    .where('conversation_id', '=', conversationId)
    .where('ticket_id', 'is', null)
    .execute();
}
