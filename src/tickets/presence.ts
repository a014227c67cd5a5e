import type { Ticket, TicketMessage } from './ticket';

/** After an answer an advisor is taken to be there for so long: what the person writes meanwhile goes straight to them. */
const PRESENCE_MINUTES = 10;

/** Whether an advisor has just answered this ticket and goes on with it; several lines of the person go there alike. */
export function isAdvisorPresent({ status }: Ticket, thread: readonly TicketMessage[], at: Date): boolean {
  if (status !== 'waiting-for-person' && status !== 'in-progress') return false;
  const last = thread.findLast(({ author }) => author === 'advisor');
  return last !== undefined && at.getTime() - last.at.getTime() < PRESENCE_MINUTES * 60_000;
}
