/** One way to talk to a bot, with its conversations open. */
export interface Door {
  /** Says something in the conversation of this number. Resolves when it was acknowledged and the answer is here, with the
   *  milliseconds from sending to the answer's arrival; rejects when there was none. */
  say(conversation: number, text: string): Promise<number>;
  close(): void;
}

/** A person does not wait longer, and neither does a benchmark. */
export const ANSWER_LIMIT_MS = 10_000;
