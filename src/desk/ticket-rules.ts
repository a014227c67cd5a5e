import { isOpen, mayFollow, STATUSES } from '../tickets/states';
import type { Ticket, TicketStatus } from '../tickets/ticket';

/** Characters of an answer, as typed. */
export const REPLY_LIMIT = 4_000;

/** What may be chosen with an answer, the usual first. */
const AFTER_REPLY = ['waiting-for-person', 'in-progress', 'resolved'] as const satisfies TicketStatus[];

/** The statuses a ticket may be given with an answer; none where it may not be answered. */
export function statusesAfterReply(current: TicketStatus): readonly TicketStatus[] {
  return isOpen(current) ? AFTER_REPLY.filter((status) => mayFollow(current, status)) : [];
}

/** The statuses a ticket may be given without an answer. */
export function statusesToChoose(current: TicketStatus): readonly TicketStatus[] {
  return STATUSES.filter((status) => status !== current && mayFollow(current, status));
}

export function readStatus(text: string, among: readonly TicketStatus[]): TicketStatus | undefined {
  return among.find((status) => status === text);
}

/** Taking a new ticket is the beginning of the work on it. */
export function statusWhenTaken(current: TicketStatus): TicketStatus | undefined {
  return current === 'new' ? 'in-progress' : undefined;
}

/** Whether this desk answers it: of our fund, of any where the desk is everybody's, and of nobody's fund, for the bot takes
 *  the messages of those whose fund it cannot tell. */
export function isOurs({ fund }: Ticket, ours: string | null): boolean {
  return ours === null || fund === null || fund === ours;
}
