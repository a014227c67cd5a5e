import type { Response } from 'express';
import { maskText } from '../privacy/mask';
import type { Advisor } from '../storage/advisor-store';
import type { Ticket, TicketStatus } from '../tickets/ticket';
import { advisorActivity } from './advisor-activity';
import { answerPage } from './answer-page';
import type { DeskDeps } from './desk-deps';
import { ticketPage } from './pages/ticket-page';
import type { Outcome, TicketView } from './pages/ticket-view';
import { isOurs } from './ticket-rules';

/** What the advisor had read when they pressed the button. */
export interface Read {
  version: number;
  /** `seq` of the last message of the thread. */
  seen: number;
}

/** What must not be lost when nothing was done: the text, and how far its author had read. */
export interface Kept {
  why: string;
  seen: number;
  draft?: string;
  /** The status that was chosen with it. */
  after?: TicketStatus;
}

/** Tickets as this desk reads and changes them. */
export class TicketDesk {
  constructor(private readonly deps: DeskDeps) {}

  /** Undefined: there is no such ticket, or it is another fund's. */
  async ticket(id: string): Promise<Ticket | undefined> {
    const { fund, tickets } = this.deps;
    const ticket = await tickets.ticket(id);
    return ticket && isOurs(ticket, fund) ? ticket : undefined;
  }

  /** Shows a ticket, with what has come of the last action. The ticket is read before its thread: a message that comes in
   *  between is shown and still makes the version an old one, never the other way round. */
  async show(response: Response, advisor: Advisor, ticket: Ticket, status = 200, outcome: Outcome = {}): Promise<void> {
    answerPage(response, status, ticketPage(await this.view(advisor, ticket), outcome));
  }

  /** The same page for somebody whose action came too late: nothing was done, what they wrote is kept, and what they had
   *  not read stands above it. */
  async showRefused(response: Response, advisor: Advisor, ticket: Ticket, kept: Kept): Promise<void> {
    await this.showKept(response, advisor, ticket, kept, 409);
  }

  /** The same for somebody who asked for what is new, or comes back with a text. */
  async showKept(response: Response, advisor: Advisor, ticket: Ticket, kept: Kept, status = 200): Promise<void> {
    const { why, seen, draft, after } = kept;
    const view = await this.view(advisor, ticket);
    const news = view.thread.filter(({ seq }) => seq > seen);
    answerPage(response, status, ticketPage(view, { draft, after, moved: { why, news, refused: status !== 200 } }));
  }

  async change(
    ticket: Ticket,
    read: Read,
    change: { status?: TicketStatus; assignedTo?: string | null },
  ): Promise<'changed' | 'stale' | 'gone'> {
    const { tickets, clock } = this.deps;
    return tickets.change({ ticketId: ticket.id, expectedVersion: read.version, at: clock.now(), ...change });
  }

  /** Puts an answer into the thread and into the person's conversation, masked, and wakes whoever watches that. */
  async reply(
    ticket: Ticket,
    read: Read,
    answer: { advisor: Advisor; text: string; status: TicketStatus },
  ): Promise<'sent' | 'sent-masked' | 'stale' | 'gone'> {
    const { tickets, clock, ids, maskLabels, notify, log } = this.deps;
    const { id: ticketId, conversationId, channel } = ticket;
    const { advisor, status } = answer;
    const { text, kinds } = maskText(answer.text, maskLabels);
    const at = clock.now();
    const messageId = ids.uuid();
    const activity = advisorActivity({ id: messageId, at, conversationId, channel, advisorName: advisor.name, text });
    const written = { ticketId, expectedVersion: read.version, at, advisor, text, status, messageId, activity };
    const outcome = await tickets.reply(written);
    if (outcome !== 'sent') return outcome;
    log.info({ ticketId, advisorId: advisor.id }, 'an advisor answered');
    notify(conversationId);
    return kinds.length > 0 ? 'sent-masked' : 'sent';
  }

  private async view(advisor: Advisor, ticket: Ticket): Promise<TicketView> {
    const { tickets, advisors, attachments, outbox, transcript, clock, titles, texts } = this.deps;
    const { id, conversationId, request, assignedTo } = ticket;
    const holder = assignedTo === null ? undefined : await advisors.advisor(assignedTo);
    return {
      ticket,
      thread: await tickets.thread(id),
      attachments: await attachments.ofTicket(id),
      transcript: request.showConversation ? await transcript(conversationId) : undefined,
      holders: new Map(holder ? [[holder.id, holder.name]] : []),
      advisor,
      undelivered: await outbox.countSetAside(),
      now: clock.now(),
      titles,
      texts,
    };
  }
}
