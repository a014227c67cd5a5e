import type { TicketStatus } from '../tickets/ticket';

/** Characters of an answer, as typed. */
export const REPLY_LIMIT = 4_000;

/** What may be chosen with an answer, the usual first. */
export const STATUSES_AFTER_REPLY = ['waiting-for-person', 'in-progress', 'resolved'] as const satisfies TicketStatus[];

const CHOICES = ['in-progress', 'waiting-for-person', 'resolved', 'closed'] as const satisfies TicketStatus[];

/** The statuses a ticket may be given without an answer. « Nouvelle » is what nobody has read: none goes back to that. A
 *  closed one is first opened again. */
export function statusesToChoose(current: TicketStatus): readonly TicketStatus[] {
  return current === 'closed' ? ['in-progress'] : CHOICES.filter((status) => status !== current);
}

export function readStatus(text: string, among: readonly TicketStatus[]): TicketStatus | undefined {
  return among.find((status) => status === text);
}

/** Taking a new ticket is the beginning of the work on it. */
export function statusWhenTaken(current: TicketStatus): TicketStatus | undefined {
  return current === 'new' ? 'in-progress' : undefined;
}
