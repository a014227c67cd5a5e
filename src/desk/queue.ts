import type { Ticket, TicketStatus } from '../tickets/ticket';

/** What can be chosen above the queue. */
export const QUEUE_VIEWS = ['open', 'new', 'in-progress', 'waiting-for-person', 'mine', 'done'] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

export const OPEN_STATUSES = ['new', 'in-progress', 'waiting-for-person'] as const satisfies TicketStatus[];
export const DONE_STATUSES = ['resolved', 'closed'] as const satisfies TicketStatus[];

/** As typed in an address: anything unknown is the whole queue. */
export function readQueueView(value: unknown): QueueView {
  return QUEUE_VIEWS.find((view) => view === value) ?? 'open';
}

/** The tickets of a view among the open ones: urgent before the others, the oldest first within both. */
export function queueOf(tickets: readonly Ticket[], view: QueueView, advisorId: string): Ticket[] {
  return tickets.filter((ticket) => isIn(ticket, view, advisorId)).sort(byUrgencyAndAge);
}

export function countIn(tickets: readonly Ticket[], view: QueueView, advisorId: string): number {
  return tickets.filter((ticket) => isIn(ticket, view, advisorId)).length;
}

/** Done ones: what was touched last comes first. */
export function byLastChange(one: Ticket, other: Ticket): number {
  return other.updatedAt.getTime() - one.updatedAt.getTime();
}

/** Whether the promised day has passed without the ticket being done. */
export function isLate({ promisedBy, status }: Ticket, today: string): boolean {
  return promisedBy !== null && promisedBy < today && status !== 'resolved' && status !== 'closed';
}

function byUrgencyAndAge(one: Ticket, other: Ticket): number {
  return Number(other.urgent) - Number(one.urgent) || one.createdAt.getTime() - other.createdAt.getTime();
}

function isIn(ticket: Ticket, view: QueueView, advisorId: string): boolean {
  if (view === 'mine') return ticket.assignedTo === advisorId;
  return view === 'open' || ticket.status === view;
}
