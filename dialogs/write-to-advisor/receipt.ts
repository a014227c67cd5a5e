import { DateTime } from 'luxon';
import { frenchDate } from '../../src/knowledge/render';
import type { NewTicket } from '../../src/tickets/ticket';
import { clockWords } from '../french-time';
import type { Turn } from '../turn';

const ZONE = 'Europe/Paris';

/** Number, code, time, when a reply can be expected, and what the message is not. */
export function sayReceipt({ at, reply, ports }: Turn, { ticket, code }: { ticket: NewTicket; code: string }): void {
  const now = DateTime.fromJSDate(at, { zone: ZONE });
  reply.say('ticket.receipt', { day: frenchDate(now.toISODate() ?? ''), time: clockWords(now) });
  reply.say('ticket.number', { number: ticket.number, code });
  if (ticket.promisedBy) reply.say('ticket.promised', { day: frenchDate(ticket.promisedBy) });
  else reply.say('ticket.some-days');
  reply.say('ticket.no-deadline');
  if (ports.tickets.demonstration) reply.say('ticket.demonstration');
}
