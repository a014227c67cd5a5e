/** Files that people send. They are loose until a turn gives them to a ticket (ConversationStore.commitTurn). */
export interface AttachmentStore {
  /** Keeps a file; it counts once every byte of it is kept. */
  keep(file: NewAttachment, bytes: Buffer): Promise<void>;
  /** What a conversation has sent so far. */
  usage(conversationId: string): Promise<{ files: number; bytes: number }>;
  /** Files of a ticket, the oldest first. */
  ofTicket(ticketId: string): Promise<Attachment[]>;
  /** The bytes of one of its files; undefined: it has no such file. */
  read(ticketId: string, id: string): Promise<(Attachment & { bytes: Buffer }) | undefined>;
  /** Forgets files that came before this moment and belong to no ticket. */
  forgetLoose(before: Date): Promise<void>;
}

export interface Attachment {
  id: string;
  /** Cleaned and masked; ends as its type does. */
  name: string;
  /** Found in the bytes, never taken from the sender. */
  contentType: string;
  /** In bytes. */
  size: number;
}

export interface NewAttachment extends Attachment {
  conversationId: string;
  at: Date;
}
