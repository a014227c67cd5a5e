import type { Advisor } from '../../storage/advisor-store';
import type { Attachment } from '../../storage/attachment-store';
import type { TranscriptEntry } from '../../storage/conversation-store';
import type { Ticket, TicketMessage, TicketStatus } from '../../tickets/ticket';
import type { Titles } from '../desk-deps';
import type { DeskTexts } from '../desk-texts';

/** A ticket as one advisor sees it at one moment. */
export interface TicketView {
  ticket: Ticket;
  thread: readonly TicketMessage[];
  /** Files that the person sent for it. */
  attachments: readonly Attachment[];
  /** Undefined: the person did not want it shown. */
  transcript: readonly TranscriptEntry[] | undefined;
  /** Name of whoever holds it, by id. */
  holders: ReadonlyMap<string, string>;
  advisor: Advisor;
  /** Messages of any conversation that wait for somebody to look after them. */
  undelivered: number;
  now: Date;
  titles: Titles;
  texts: DeskTexts;
}

/** What the last thing the advisor did has come to. */
export interface Outcome {
  /** A text that was written and not sent. */
  draft?: string;
  /** The status that was chosen with it. */
  after?: TicketStatus;
  /** What is wrong with it. */
  fault?: string;
  done?: string;
  /** The ticket is not what the advisor had read: what happened since, said above all else. `refused`: and so nothing was
   *  done of what they asked. */
  moved?: { why: string; news: readonly TicketMessage[]; refused: boolean };
}

/** `seq` of the last message of the thread; 0: there is none. */
export function lastSeqOf(thread: readonly TicketMessage[]): number {
  return thread.at(-1)?.seq ?? 0;
}
