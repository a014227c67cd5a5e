import { DateTime } from 'luxon';
import { hashCode, makeCode, showCode } from './code';
import { makeNumber } from './number';
import { type Commitment, promiseFor, type WorkingCalendar } from './reply-date';
import type { NewTicket, TicketRequest } from './ticket';

export interface IssueDeps {
  ids: { uuid(): string; digits(count: number): string; letters(count: number, alphabet: string): string };
  /** The installation's own, for the hash of codes. */
  key: Uint8Array;
  /** Working days by motive that the operator committed itself to. */
  commitment: Commitment;
  calendarOf(territory: string): WorkingCalendar;
}

export interface IssueOrder {
  motive: string;
  fund: string | null;
  urgent: boolean;
  at: Date;
  /** Whose working days count. */
  territory: string;
  request: TicketRequest;
  /** Ids of the files that go with it. */
  attachments: readonly string[];
}

/** Makes a ticket's number, its code (shown once, kept hashed) and the day until which an answer is promised. Writes nothing. */
export function issueTicket(order: IssueOrder, deps: IssueDeps): { ticket: NewTicket; code: string } {
  const { motive, fund, urgent, at, request, attachments } = order;
  const calendar = deps.calendarOf(order.territory);
  const number = makeNumber(DateTime.fromJSDate(at, { zone: calendar.zone }).toISODate() ?? '', deps.ids);
  const code = makeCode(deps.ids);
  const promisedBy = promiseFor(motive, deps.commitment, at, calendar);
  const codeHash = hashCode(number, code, deps.key);
  return {
    ticket: { id: deps.ids.uuid(), number, codeHash, motive, fund, urgent, promisedBy, request, attachments },
    code: showCode(code),
  };
}
