import type { Ticket, TicketMessage, TicketStatus } from '../tickets/ticket';

/** What the desk and the dialogs need of tickets. A turn writes its own through ConversationStore.commitTurn. */
export interface TicketStore {
  /** Tickets of a queue, the oldest first. `fund`: of that fund, and those whose fund nobody could tell; null: of every fund. */
  queue(filter: { fund: string | null; statuses: readonly TicketStatus[] }): Promise<Ticket[]>;
  ticket(id: string): Promise<Ticket | undefined>;
  /** Found again from any device: by number and the hash of its code. */
  ticketByNumber(number: string, codeHash: string): Promise<Ticket | undefined>;
  /** Tickets written from a conversation, the newest first. */
  ticketsOf(conversationId: string): Promise<Ticket[]>;
  thread(ticketId: string): Promise<TicketMessage[]>;
  /** An advisor takes it (`assignedTo`), or changes its status: at `expectedVersion` only. */
  change(change: TicketChange): Promise<'changed' | 'stale' | 'gone'>;
  /** Writes an advisor's answer to the thread and to the person's conversation at once, at `expectedVersion` only.
   *  Who answers a ticket that nobody took has taken it. */
  reply(reply: AdvisorReply): Promise<'sent' | 'stale' | 'gone'>;
}

export interface TicketChange {
  ticketId: string;
  expectedVersion: number;
  at: Date;
  status?: TicketStatus;
  assignedTo?: string | null;
}

export interface AdvisorReply {
  ticketId: string;
  expectedVersion: number;
  at: Date;
  advisor: { id: string; name: string };
  /** Masked. */
  text: string;
  status: TicketStatus;
  /** Of the thread's message, and of the conversation's. */
  messageId: string;
  /** The activity as it goes into the transcript. */
  activity: import('./conversation-store').Json;
}
