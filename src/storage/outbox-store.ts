import type { Json } from './conversation-store';

/** What vendors' channels have still to be given, in order per conversation. */
export interface OutboxStore {
  /** Takes up to `limit` messages that are due, each the first of its conversation that waits, for this server alone until
   *  `leasedUntil`: a server that dies meanwhile leaves them to the others. */
  claim(at: Date, leasedUntil: Date, limit: number): Promise<OutgoingMessage[]>;
  /** It has arrived: the outbox forgets it, the transcript keeps it. `more`: another waits behind it. */
  delivered(message: Pick<OutgoingMessage, 'id' | 'conversationId'>): Promise<'more' | 'none'>;
  /** It has not: to be tried again at `dueAt`. `error` holds no word of the message. */
  tryAgain(id: string, dueAt: Date, error: string): Promise<void>;
  /** It was tried often enough: it no longer holds up what follows, and a person decides. */
  setAside(id: string, error: string): Promise<void>;
  /** What was set aside, the oldest first. */
  allSetAside(limit: number): Promise<SetAsideMessage[]>;
  countSetAside(): Promise<number>;
  /** Puts what was set aside back in the outbox, to be tried from the beginning. False: it is not set aside (any more). */
  sendAgain(id: string, at: Date): Promise<boolean>;
  /** When the next message is due; undefined: none waits. */
  nextDueAt(): Promise<Date | undefined>;
}

export interface OutgoingMessage {
  /** The message's id, the same at every try. */
  id: string;
  conversationId: string;
  channel: string;
  /** How often it was tried before. */
  tries: number;
  activity: Json;
  /** The vendor's reference of the conversation; undefined: nobody knows where it is. */
  reference: Json | undefined;
}

export interface SetAsideMessage {
  id: string;
  conversationId: string;
  channel: string;
  tries: number;
  error: string;
  createdAt: Date;
}
