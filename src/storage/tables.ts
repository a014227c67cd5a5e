import type { Generated } from 'kysely';

/** The rows. Text and whole numbers only, so that SQLite and PostgreSQL hold the same: times are ISO-8601 UTC, JSON is text. */
export interface Tables {
  conversations: {
    id: string;
    channel: string;
    version: number;
    last_seq: number;
    state: string;
    created_at: string;
    updated_at: string;
  };
  messages: {
    conversation_id: string;
    seq: number;
    id: string;
    author: string;
    activity: string;
    at: string;
  };
  inbox: {
    place: Generated<number>;
    repeat_key: string | null;
    conversation_id: string;
    activity_id: string;
    channel: string;
    activity: string;
    received_at: string;
    /** Null while it waits for its turn. */
    answered_at: string | null;
  };
  events: {
    id: string;
    schema: number;
    at: string;
    conversation_id: string;
    seq: number;
    channel: string;
    knowledge_version: string;
    kind: string;
    data: string;
  };
}
