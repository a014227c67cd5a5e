import type { Logger } from 'pino';
import type { Clock, Ids } from '../conversation/ports';
import type { SecretKind } from '../privacy/secret';
import type { AdvisorStore } from '../storage/advisor-store';
import type { AttachmentStore } from '../storage/attachment-store';
import type { TranscriptEntry } from '../storage/conversation-store';
import type { OutboxStore } from '../storage/outbox-store';
import type { TicketStore } from '../storage/ticket-store';
import type { DeskTexts } from './desk-texts';

/** What the desk needs of the rest of the program. */
export interface DeskDeps {
  tickets: TicketStore;
  advisors: AdvisorStore;
  attachments: Pick<AttachmentStore, 'ofTicket' | 'read'>;
  outbox: Pick<OutboxStore, 'allSetAside' | 'countSetAside' | 'sendAgain'>;
  /** The whole conversation, in order. */
  transcript: (conversationId: string) => Promise<TranscriptEntry[]>;
  /** Tells whoever watches the conversation that something new stands in it. */
  notify: (conversationId: string) => void;
  /** Something was put back in the outbox. */
  wakeDelivery: () => void;
  clock: Clock;
  ids: Pick<Ids, 'uuid'>;
  titles: Titles;
  texts: DeskTexts;
  /** What stands in the place of a masked secret. */
  maskLabels: Readonly<Record<SecretKind, string>>;
  /** Where the first link is written. */
  dataDirectory: string;
  /** The operator's public address; `https:` makes the cookie secure. */
  publicUrl: string | undefined;
  /** Code of the fund whose desk this is; null: of every fund. */
  fund: string | null;
  /** Off for load tests on loopback only. */
  throttle: boolean;
  /** Folder of desk.css and desk.js. */
  assets: string;
  log: Logger;
}

export interface Titles {
  /** Undefined: the article has gone since. */
  topic(id: string): string | undefined;
  motive(id: string): string;
  /** « CPAM d'Ille-et-Vilaine (351) ». */
  fund(code: string): string;
}
