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
  tickets: {
    id: string;
    number: string;
    code_hash: string;
    conversation_id: string;
    channel: string;
    fund: string | null;
    motive: string;
    /** 0 or 1. */
    urgent: number;
    status: string;
    version: number;
    /** `seq` of the thread's last message; 0: there is none yet. */
    last_seq: number;
    created_at: string;
    updated_at: string;
    promised_by: string | null;
    assigned_to: string | null;
    request: string;
  };
  ticket_messages: {
    ticket_id: string;
    seq: number;
    id: string;
    author: string;
    /** Null for the person, as is the name. */
    advisor_id: string | null;
    author_name: string | null;
    text: string;
    at: string;
  };
  attachments: {
    id: string;
    conversation_id: string;
    /** Null while it is loose. */
    ticket_id: string | null;
    name: string;
    content_type: string;
    size: number;
    /** 0 until every piece is there, then 1. */
    complete: number;
    at: string;
  };
  attachment_pieces: {
    attachment_id: string;
    place: number;
    base64: string;
  };
  opinions: {
    conversation_id: string;
    message_id: string;
    /** 0 or 1. */
    useful: number;
    comment: string;
    at: string;
  };
  advisors: {
    id: string;
    login: string;
    name: string;
    /** Null until the advisor has chosen one. */
    password_hash: string | null;
    created_at: string;
  };
  /** A link that is used up is gone. */
  advisor_links: {
    hash: string;
    advisor_id: string;
    expires_at: string;
  };
  advisor_sessions: {
    hash: string;
    advisor_id: string;
    created_at: string;
    last_seen_at: string;
  };
  /** Where a conversation of a vendor's channel is reached. */
  addresses: {
    channel: string;
    external_id: string;
    conversation_id: string;
    /** The vendor's own reference, as JSON. */
    reference: string;
  };
  /** What a vendor has still to be given: the message itself stands in `messages`. What was sent is gone from here. */
  outbox: {
    /** The message's id. */
    id: string;
    conversation_id: string;
    seq: number;
    channel: string;
    status: string;
    tries: number;
    due_at: string;
    /** Until then one server is at work on it. */
    leased_until: string | null;
    /** Why the last try failed, without a word of the message. */
    error: string | null;
    created_at: string;
  };
}
