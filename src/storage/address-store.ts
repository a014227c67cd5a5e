import type { Json } from './conversation-store';

/** Which of our conversations a vendor's conversation is, and how the vendor wants to be told where it is. */
export interface AddressStore {
  /** Our id of a vendor's conversation; met for the first time it becomes `freshId`. The newest reference is kept. */
  resolve(address: Address, freshId: string): Promise<string>;
}

export interface Address {
  channel: string;
  /** The vendor's own name for the conversation. */
  externalId: string;
  reference: Json;
}
