import type { OutgoingMessage } from '../storage/outbox-store';

/** Brings messages to the people of one channel. Each door that has a vendor behind it gives one. */
export interface Courier {
  /** Resolves when the vendor has taken the message. Rejects with NotDelivered or anything else when it has not, or when nobody
   *  knows; it is then tried again. Ends when `signal` says that the time is up. */
  bring(message: OutgoingMessage, signal: AbortSignal): Promise<void>;
}

/** Why a message was not taken, as far as the vendor said it. Its message goes into the log and the desk: no word of a person. */
export class NotDelivered extends Error {
  constructor(
    why: string,
    /** When to come back, where the vendor said so; `never`: another try would end the same way. */
    readonly again: { inMs: number } | 'as-usual' | 'never' = 'as-usual',
  ) {
    super(why);
    this.name = 'NotDelivered';
  }
}
