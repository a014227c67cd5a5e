import { closeSync, fsyncSync, openSync, statfsSync, statSync } from 'node:fs';
import { sql } from 'kysely';
import { sqliteFile } from '../../src/storage/open-database';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite';

export const MESSAGES_A_CONVERSATION = 20;
/** Between a question of a line and an answer with its steps and buttons. */
const ACTIVITY_CHARACTERS = 600;
const STATE_CHARACTERS = 800;
const EVENT_CHARACTERS = 150;
/** With its indexes, its share of a conversation and of the events. */
const BYTES_A_MESSAGE = 1_200;
const CONVERSATIONS_A_STEP = 20_000;
const AT = '2025-06-02T08:00:00.000Z';

/** Fills a new store with conversations of the past: messages, and an event for every second of them, under random ids as ours
 *  are, written by SQL alone. Answers the size of the file in bytes. Throws where the disk has too little room. */
export async function fillStore(folder: string, messages: number, tell: (line: string) => void): Promise<number> {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < messages * BYTES_A_MESSAGE)
    throw new Error(`too little room in ${folder} for ${messages} messages`);
  const file = sqliteFile(folder);
  const db = await openSqlite(file);
  // A crash while it is filled costs a run of a benchmark and nothing else.
  await sql`pragma journal_mode = off`.execute(db);
  await sql`pragma synchronous = off`.execute(db);
  await sql`pragma cache_size = -1000000`.execute(db);
  const conversations = Math.ceil(messages / MESSAGES_A_CONVERSATION);
  for (let begun = 0; begun < conversations; begun += CONVERSATIONS_A_STEP) {
    await addConversations(Math.min(CONVERSATIONS_A_STEP, conversations - begun), begun);
    tell(`filling: ${Math.min(begun + CONVERSATIONS_A_STEP, conversations) * MESSAGES_A_CONVERSATION} of ${messages}`);
  }
  await db.destroy();
  // What waits to be written would slow the syncs of both stores while they are measured.
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
  return statSync(file).size;

  async function addConversations(count: number, after: number): Promise<void> {
    const id = sql`lower(hex(randomblob(18)))`;
    await sql`
      insert into conversations (id, channel, version, last_seq, state, created_at, updated_at)
      with recursive number(n) as (select 1 union all select n + 1 from number where n < ${count})
      select ${id}, 'web', 11, ${MESSAGES_A_CONVERSATION}, ${json(STATE_CHARACTERS)}, ${AT}, ${AT} from number`.execute(
      db,
    );
    await sql`
      insert into messages (conversation_id, seq, id, author, activity, at)
      with recursive number(n) as (select 1 union all select n + 1 from number where n < ${MESSAGES_A_CONVERSATION})
      select conversations.id, n, ${id}, iif(n % 2, 'person', 'bot'), ${json(ACTIVITY_CHARACTERS)}, ${AT}
      from conversations, number where conversations.rowid > ${after}`.execute(db);
    await sql`
      insert into events (id, schema, at, conversation_id, seq, channel, knowledge_version, kind, data)
      select ${id}, 1, ${AT}, conversation_id, seq, 'web', '0123456789abcdef', 'answered', ${json(EVENT_CHARACTERS)}
      from messages where author = 'bot' and conversation_id in (select id from conversations where rowid > ${after})`.execute(
      db,
    );
  }
}

/** JSON of so many characters. */
function json(characters: number): string {
  return JSON.stringify({ text: 'x'.repeat(characters - '{"text":""}'.length) });
}
