/** What people think of answers. One opinion a message: given again, it replaces the first. */
export interface OpinionStore {
  save(opinion: Opinion): Promise<void>;
}

export interface Opinion {
  conversationId: string;
  /** The message that was answered with. */
  messageId: string;
  useful: boolean;
  /** Masked; empty: none was given. */
  comment: string;
  at: Date;
}
