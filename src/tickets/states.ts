import type { Ticket, TicketStatus } from './ticket';

/** After an answer that settled the matter the person may still come back to it for so long. */
const SETTLED_DAYS = 7;

/** `new` nobody has taken it; `in-progress` an advisor has to act; `waiting-for-person` the person has to; `resolved` it was
 *  answered and the person may come back to it; `closed` it is put away. */
const FOLLOWING: Readonly<Record<TicketStatus, readonly TicketStatus[]>> = {
  new: ['in-progress', 'waiting-for-person', 'resolved', 'closed'],
  'in-progress': ['waiting-for-person', 'resolved', 'closed'],
  'waiting-for-person': ['in-progress', 'resolved', 'closed'],
  resolved: ['in-progress', 'waiting-for-person', 'closed'],
  closed: ['in-progress'],
};

export const STATUSES = Object.keys(FOLLOWING) as readonly TicketStatus[];

/** Whether an advisor may give a ticket this status. A status may stay. */
export function mayFollow(status: TicketStatus, next: TicketStatus): boolean {
  return status === next || FOLLOWING[status].includes(next);
}

/** Whether the person may add to it and an advisor may answer it. */
export function isOpen(status: TicketStatus): boolean {
  return status !== 'closed';
}

/** Whether somebody still follows it: what its person writes in the conversation may then be for the advisor. */
export function isFollowed({ status, updatedAt }: Pick<Ticket, 'status' | 'updatedAt'>, at: Date): boolean {
  if (status === 'resolved') return at.getTime() - updatedAt.getTime() < SETTLED_DAYS * 86_400_000;
  return isOpen(status);
}
