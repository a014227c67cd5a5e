/** What each turn asks of the database, some ten times: written once. */
import type { Insertable } from 'kysely';
import { fixedQuery } from './fixed-query';
import type { Tables } from './tables';

/** No row where the repeat key is known. */
export const insertInbox = fixedQuery((db, entry: Insertable<Tables['inbox']>) =>
  db
    .insertInto('inbox')
    .values(entry)
    .onConflict((conflict) => conflict.column('repeat_key').doNothing())
    .returning('place'),
);

export const selectWaiting = fixedQuery((db, { conversationId }: { conversationId: string }) =>
  db
    .selectFrom('inbox')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('answered_at', 'is', null)
    .orderBy('place'),
);

export const selectConversation = fixedQuery((db, { id }: { id: string }) =>
  db.selectFrom('conversations').selectAll().where('id', '=', id),
);

/** A row where something of this conversation waits. */
export const selectAnyWaiting = fixedQuery((db, { conversationId }: { conversationId: string }) =>
  db
    .selectFrom('inbox')
    .select('place')
    .where('conversation_id', '=', conversationId)
    .where('answered_at', 'is', null)
    .limit(1),
);

/** Changes nothing where it was answered before. */
export const markAnswered = fixedQuery((db, { place, at }: { place: number; at: string }) =>
  db.updateTable('inbox').set({ answered_at: at }).where('place', '=', place).where('answered_at', 'is', null),
);

/** Inserts nothing where it exists. */
export const insertConversation = fixedQuery((db, conversation: Insertable<Tables['conversations']>) =>
  db
    .insertInto('conversations')
    .values(conversation)
    .onConflict((conflict) => conflict.column('id').doNothing()),
);

interface ConversationChange {
  id: string;
  version: number;
  messages: number;
  state: string;
  at: string;
}

/** No row where somebody else wrote in between. */
export const updateConversation = fixedQuery((db, { id, version, messages, state, at }: ConversationChange) =>
  db
    .updateTable('conversations')
    .set((row) => ({
      version: row('version', '+', 1),
      last_seq: row('last_seq', '+', messages),
      state,
      updated_at: at,
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('last_seq'),
);

export const insertMessages = fixedQuery((db, { rows }: { rows: readonly Insertable<Tables['messages']>[] }) =>
  db.insertInto('messages').values(rows),
);

export const insertEvents = fixedQuery((db, { rows }: { rows: readonly Insertable<Tables['events']>[] }) =>
  db.insertInto('events').values(rows),
);

export const selectTranscript = fixedQuery((db, { conversationId, after }: { conversationId: string; after: number }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('seq', '>', after)
    .orderBy('seq'),
);
