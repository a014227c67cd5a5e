import { type Kysely, type Selectable, sql } from 'kysely';
import { isContention } from './contention';
import {
  insertConversation,
  insertEvents,
  insertInbox,
  insertMessages,
  markAnswered,
  selectConversation,
  selectAnyWaiting,
  selectTranscript,
  selectWaiting,
  updateConversation,
} from './conversation-queries';
import type {
  Accepted,
  ConversationStore,
  InboxEntry,
  Json,
  NewInboxEntry,
  StoredConversation,
  TranscriptEntry,
  TurnCommit,
} from './conversation-store';
import type { Tables } from './tables';
import { separateWrites } from './writes';
import { writeOutbox } from './write-outbox';
import { appendToThreads, writeTickets } from './write-tickets';

const EVENT_SCHEMA = 1;

export class KyselyConversationStore implements ConversationStore {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly writes = separateWrites(db),
  ) {}

  async acceptActivity(entry: NewInboxEntry): Promise<Accepted> {
    const inserted = await this.writes.alone((db) => insertEntry(db, entry, null));
    if (inserted) return { kind: 'accepted', place: inserted.place };
    const first = await this.db
      .selectFrom('inbox')
      .select('activity_id')
      .where('repeat_key', '=', entry.repeatKey)
      .executeTakeFirstOrThrow();
    return { kind: 'repeat', activityId: first.activity_id };
  }

  async comesFirst({ conversationId }: Pick<NewInboxEntry, 'conversationId'>): Promise<boolean> {
    return (await selectAnyWaiting(this.db, { conversationId })).rows.length === 0;
  }

  async waitingIn(conversationId: string): Promise<InboxEntry[]> {
    const { rows } = await selectWaiting(this.db, { conversationId });
    return rows.map(toEntry);
  }

  async conversationsWaiting(receivedBefore: Date, limit: number): Promise<string[]> {
    const rows = await this.db
      .selectFrom('inbox')
      .select((row) => ['conversation_id', row.fn.min('place').as('first')])
      .where('answered_at', 'is', null)
      .where('received_at', '<', receivedBefore.toISOString())
      .groupBy('conversation_id')
      .orderBy('first')
      .limit(limit)
      .execute();
    return rows.map(({ conversation_id: id }) => id);
  }

  async loadConversation(conversationId: string): Promise<StoredConversation | undefined> {
    const [row] = (await selectConversation(this.db, { id: conversationId })).rows;
    if (!row) return undefined;
    const { id, channel, version, last_seq: lastSeq, state } = row;
    return { id, channel, version, lastSeq, state: JSON.parse(state) as Json };
  }

  async commitTurn(turn: TurnCommit, expectedVersion: number): Promise<'committed' | 'conflict' | 'repeat'> {
    return this.writes
      .together(async (transaction) => {
        if (!(await answerEntry(transaction, turn))) return 'repeat';
        const firstSeq = await writeConversation(transaction, turn, expectedVersion);
        if (firstSeq === undefined) throw new Conflict();
        await appendMessages(transaction, turn, firstSeq);
        await putInOutbox(transaction, turn, firstSeq);
        if ((await writeTickets(transaction, turn)) === 'number-taken') throw new Conflict();
        await appendToThreads(transaction, turn);
        await appendEvents(transaction, turn, firstSeq);
        return 'committed' as const;
      })
      .catch((error: unknown) => {
        if (error instanceof Conflict || isContention(error)) return 'conflict' as const;
        throw error;
      });
  }

  async transcript(conversationId: string, afterSeq: number): Promise<TranscriptEntry[]> {
    const { rows } = await selectTranscript(this.db, { conversationId, after: afterSeq });
    return rows.map(({ seq, id, author, activity, at }) => ({
      seq,
      id,
      author: author as TranscriptEntry['author'],
      activity: JSON.parse(activity) as Json,
      at: new Date(at),
    }));
  }

  async forgetRepeatKeys(before: Date): Promise<void> {
    await this.writes.alone((db) => db.deleteFrom('inbox').where('answered_at', '<', before.toISOString()).execute());
  }

  async ping(): Promise<void> {
    await sql`select 1`.execute(this.db);
  }

  async close(): Promise<void> {
    await this.db.destroy();
  }
}

/** Undoes the transaction; never leaves this file. */
class Conflict extends Error {}

/** Undefined: its repeat key is known. */
async function insertEntry(
  db: Kysely<Tables>,
  entry: NewInboxEntry,
  answeredAt: Date | null,
): Promise<{ place: number } | undefined> {
  const { rows } = await insertInbox(db, {
    repeat_key: entry.repeatKey,
    conversation_id: entry.conversationId,
    activity_id: entry.activityId,
    channel: entry.channel,
    activity: JSON.stringify(entry.activity),
    received_at: entry.receivedAt.toISOString(),
    answered_at: answeredAt && answeredAt.toISOString(),
  });
  return rows[0];
}

/** False: it was answered before, or its repeat key is known. */
async function answerEntry(transaction: Kysely<Tables>, { answers, at }: TurnCommit): Promise<boolean> {
  // What it said stands in the transcript.
  if (typeof answers !== 'number')
    return (await insertEntry(transaction, { ...answers, activity: null }, at)) !== undefined;
  const { numAffectedRows } = await markAnswered(transaction, { place: answers, at: at.toISOString() });
  return numAffectedRows !== 0n;
}

function toEntry(row: Selectable<Tables['inbox']>): InboxEntry {
  return {
    place: row.place,
    conversationId: row.conversation_id,
    activityId: row.activity_id,
    repeatKey: row.repeat_key,
    channel: row.channel,
    activity: JSON.parse(row.activity) as Json,
    receivedAt: new Date(row.received_at),
  };
}

/** The `seq` of the turn's first message, or undefined when somebody else wrote in between. */
async function writeConversation(
  transaction: Kysely<Tables>,
  turn: TurnCommit,
  expectedVersion: number,
): Promise<number | undefined> {
  const at = turn.at.toISOString();
  const state = JSON.stringify(turn.state);
  if (expectedVersion === 0) {
    const created = await insertConversation(transaction, {
      id: turn.conversationId,
      channel: turn.channel,
      version: 1,
      last_seq: turn.messages.length,
      state,
      created_at: at,
      updated_at: at,
    });
    return created.numAffectedRows === 1n ? 1 : undefined;
  }
  const { rows } = await updateConversation(transaction, {
    id: turn.conversationId,
    version: expectedVersion,
    messages: turn.messages.length,
    state,
    at,
  });
  return rows[0] && rows[0].last_seq - turn.messages.length + 1;
}

async function appendMessages(transaction: Kysely<Tables>, turn: TurnCommit, firstSeq: number): Promise<void> {
  if (turn.messages.length === 0) return;
  const rows = turn.messages.map((message, index) => ({
    conversation_id: turn.conversationId,
    seq: firstSeq + index,
    id: message.id,
    author: message.author,
    activity: JSON.stringify(message.activity),
    at: turn.at.toISOString(),
  }));
  await insertMessages(transaction, { rows });
}

async function putInOutbox(transaction: Kysely<Tables>, turn: TurnCommit, firstSeq: number): Promise<void> {
  const { conversationId, channel, at } = turn;
  const said = turn.messages.flatMap(({ id, author }, index) =>
    author === 'person' ? [] : [{ id, seq: firstSeq + index }],
  );
  await writeOutbox(transaction, { conversationId, channel, at }, said);
}

async function appendEvents(transaction: Kysely<Tables>, turn: TurnCommit, seq: number): Promise<void> {
  if (turn.events.length === 0) return;
  const rows = turn.events.map((event) => ({
    id: event.id,
    schema: EVENT_SCHEMA,
    at: turn.at.toISOString(),
    conversation_id: turn.conversationId,
    seq,
    channel: turn.channel,
    knowledge_version: event.knowledgeVersion,
    kind: event.kind,
    data: JSON.stringify(event.data),
  }));
  await insertEvents(transaction, { rows });
}
