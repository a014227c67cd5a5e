import type { TicketStatus } from './ticket';

/** `new` nobody has taken it; `in-progress` an advisor has to act; `waiting-for-person` the person has to; `resolved` it was
 *  answered and the person may come back to it; `closed` it is put away. */
const FOLLOWING: Readonly<Record<TicketStatus, readonly TicketStatus[]>> = {
  new: ['in-progress', 'waiting-for-person', 'resolved', 'closed'],
  'in-progress': ['waiting-for-person', 'resolved', 'closed'],
  'waiting-for-person': ['in-progress', 'resolved', 'closed'],
  resolved: ['in-progress', 'waiting-for-person', 'closed'],
  closed: ['in-progress'],
};

/** The sentence of each, in dialogs/texts.fr.yaml. */
export const STATUS_KEYS = {
  new: 'ticket.status-new',
  'in-progress': 'ticket.status-in-progress',
  'waiting-for-person': 'ticket.status-waiting-for-person',
  resolved: 'ticket.status-resolved',
  closed: 'ticket.status-closed',
} as const satisfies Record<TicketStatus, string>;

export const STATUSES = Object.keys(FOLLOWING) as readonly TicketStatus[];

/** Whether an advisor may give a ticket this status. A status may stay. */
export function mayFollow(status: TicketStatus, next: TicketStatus): boolean {
  return status === next || FOLLOWING[status].includes(next);
}

/** Whether the person may add to it and an advisor may answer it. */
export function isOpen(status: TicketStatus): boolean {
  return status !== 'closed';
}

/** What a ticket becomes when the person adds to it: somebody has to read that. One that was closed while the person wrote
 *  is open again: no message is lost. The stores do the same in their own words. */
export function afterPersonWrote(status: TicketStatus): TicketStatus {
  return status === 'new' ? 'new' : 'in-progress';
}
