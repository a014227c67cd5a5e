import type { NewTicket } from '../tickets/ticket';

/** What a conversation needs kept. One implementation serves every database: kysely-conversation-store.ts. */
export interface ConversationStore {
  /** Keeps an incoming activity before anything is acknowledged. With a repeat key that was seen in the last hour nothing
   *  is kept, and the answer names the first one's activity. */
  acceptActivity(entry: NewInboxEntry): Promise<Accepted>;
  /** Whether nothing of its conversation waits: it may then be kept with its answer. */
  comesFirst(entry: Pick<NewInboxEntry, 'conversationId'>): Promise<boolean>;
  /** Accepted and not yet answered, in order of arrival: of one conversation. */
  waitingIn(conversationId: string): Promise<InboxEntry[]>;
  /** Conversations in which something was received before this moment and still waits, the longest first: what a crash or an
   *  unreachable database left behind. */
  conversationsWaiting(receivedBefore: Date, limit: number): Promise<string[]>;
  loadConversation(conversationId: string): Promise<StoredConversation | undefined>;
  /** Writes all that a turn changes at once, if the conversation is still at `expectedVersion` (0: it does not exist yet)
   *  and the numbers of its tickets are free: else nothing is written, and the turn runs again with new ids. `repeat`: what
   *  it answers was answered before, or is known by its repeat key; nothing is written. */
  commitTurn(turn: TurnCommit, expectedVersion: number): Promise<'committed' | 'conflict' | 'repeat'>;
  /** Messages after a watermark, in order of `seq`. */
  transcript(conversationId: string, afterSeq: number): Promise<TranscriptEntry[]>;
  /** Forgets repeat keys older than this moment. */
  forgetRepeatKeys(before: Date): Promise<void>;
  /** Rejects when the database cannot be read. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** JSON, as it goes into a text column. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

export interface NewInboxEntry {
  conversationId: string;
  activityId: string;
  /** Scoped by the channel; null: not deduplicated. */
  repeatKey: string | null;
  channel: string;
  activity: Json;
  receivedAt: Date;
}

export interface InboxEntry extends NewInboxEntry {
  /** Order of arrival. */
  place: number;
}

export type Accepted = { kind: 'accepted'; place: number } | { kind: 'repeat'; activityId: string };

export interface StoredConversation {
  id: string;
  channel: string;
  /** Grows by one with every write; 1 after the first. */
  version: number;
  /** `seq` of the last message. */
  lastSeq: number;
  state: Json;
}

export interface TurnCommit {
  conversationId: string;
  channel: string;
  /** The place of the inbox entry that this turn answers; or, where it comes with its answer, all of the entry. */
  answers: number | NewInboxEntry;
  at: Date;
  state: Json;
  /** In order; the store numbers them from lastSeq + 1. */
  messages: readonly NewMessage[];
  events: readonly NewEvent[];
  tickets: readonly NewTicket[];
  ticketMessages: readonly NewTicketMessage[];
}

/** What the person adds to an open ticket, masked. It puts the ticket back in the advisors' hands. */
export interface NewTicketMessage {
  id: string;
  ticketId: string;
  text: string;
  /** Ids of files that came with it. */
  attachments?: readonly string[];
}

export interface NewMessage {
  id: string;
  author: 'person' | 'bot' | 'advisor';
  activity: Json;
}

export interface TranscriptEntry extends NewMessage {
  /** From 1, without gaps, per conversation; the watermark. */
  seq: number;
  at: Date;
}

export interface NewEvent {
  id: string;
  kind: string;
  knowledgeVersion: string;
  data: Json;
}
