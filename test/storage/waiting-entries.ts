import type { ConversationStore, InboxEntry } from '../../src/storage/conversation-store';

const ALL = 10_000;

/** All that is accepted and not answered, in order of arrival. */
export async function waitingEntries(store: ConversationStore): Promise<InboxEntry[]> {
  const conversations = await store.conversationsWaiting(new Date('9999-01-01T00:00:00Z'), ALL);
  const entries = await Promise.all(conversations.map((id) => store.waitingIn(id)));
  return entries.flat().sort((one, other) => one.place - other.place);
}
