/** A message to an advisor, with its thread and its status. */
export interface Ticket {
  id: string;
  /** What people say on the phone: digits and a check letter, e.g. `26-4827-1593-E`. */
  number: string;
  conversationId: string;
  channel: string;
  /** Code of the fund of the person's postcode; null where nobody could tell. */
  fund: string | null;
  /** A key of knowledge/motives.yaml. */
  motive: string;
  urgent: boolean;
  status: TicketStatus;
  /** Grows by one with every write; a reply written on an older one is refused. */
  version: number;
  createdAt: Date;
  updatedAt: Date;
  /** ISO day until which the operator committed itself to answer; null: no commitment. */
  promisedBy: string | null;
  /** Id of the advisor who took it. */
  assignedTo: string | null;
  request: TicketRequest;
}

export type TicketStatus = 'new' | 'in-progress' | 'waiting-for-person' | 'resolved' | 'closed';

/** What the person wrote, masked. */
export interface TicketRequest {
  subject: string;
  message: string;
  name: string;
  postcode: string;
  /** How to reach the person beside this conversation. */
  reach: { kind: 'email' | 'phone'; value: string } | { kind: 'none' };
  /** The failed attempts before it, oldest first. */
  failures: readonly { question: string; topics: readonly string[] }[];
  /** Whether the person lets the advisor read the conversation. */
  showConversation: boolean;
}

/** A ticket as a turn writes it. */
export interface NewTicket {
  id: string;
  number: string;
  codeHash: string;
  motive: string;
  fund: string | null;
  urgent: boolean;
  promisedBy: string | null;
  request: TicketRequest;
  /** Ids of files that the person sent before. */
  attachments?: readonly string[];
}

/** One message of a ticket's thread after the request itself. */
export interface TicketMessage {
  id: string;
  ticketId: string;
  /** From 1, without gaps, per ticket. */
  seq: number;
  author: 'person' | 'advisor';
  /** Name shown for an advisor; null for the person. */
  authorName: string | null;
  text: string;
  at: Date;
}
