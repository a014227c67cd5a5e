import type { Activity } from 'botbuilder';
import type { Kysely } from 'kysely';
import { KyselyConversationStore } from '../../src/storage/kysely-conversation-store';
import { KyselyTicketStore } from '../../src/storage/kysely-ticket-store';
import type { Tables } from '../../src/storage/tables';
import type { TranscriptEntry } from '../../src/storage/conversation-store';
import type { Entry, History } from './check-history';
import type { Person } from './person';
import { receiptOf } from './what-people-say';

/** The history of one conversation, by all who took part in it. */
export async function readHistory(db: Kysely<Tables>, persons: readonly Person[]): Promise<History> {
  const [{ conversationId } = { conversationId: '' }] = persons;
  const store = new KyselyConversationStore(db);
  const tickets = await new KyselyTicketStore(db).ticketsOf(conversationId);
  const events = await db
    .selectFrom('events')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .where('kind', '=', 'ticket-sent')
    .execute();
  return {
    conversationId,
    sent: persons.flatMap(({ sent }) => sent),
    transcript: (await store.transcript(conversationId, 0)).map(entryOf),
    readers: persons.map(({ seen }) => seen),
    waiting: (await store.waitingIn(conversationId)).map(({ activityId }) => activityId),
    tickets: tickets.map(({ number }) => number),
    ticketEvents: events.length,
  };
}

function entryOf({ seq, id, author, activity }: TranscriptEntry): Entry {
  const said = activity as Partial<Omit<Activity, 'channelData'>> & { channelData?: { clientActivityID?: string } };
  return {
    ...{ seq, id, author },
    clientId: said.channelData?.clientActivityID,
    replyToId: said.replyToId,
    receipt: receiptOf(said),
  };
}
