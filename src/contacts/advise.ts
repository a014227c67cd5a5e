import type { DateTime } from 'luxon';
import type { Contact, ContactBook } from './contact-book';
import { openingAt } from './opening';

/** One contact as it stands at a moment, for one territory. */
export interface Advice {
  id: string;
  contact: Contact;
  /** `null`: nobody knows its hours. */
  open: boolean | null;
  /** Set where it has hours and is open now. */
  closesAt?: DateTime;
  /** Set where it is closed and opens within two weeks. */
  opensAt?: DateTime;
}

export interface AdviceRequest {
  /** Contacts that serve best for the subject, best first. */
  preferred: readonly string[];
  at: Date;
  /** A key of `territories`. */
  territory: string;
}

/** The contacts that serve a territory: first what is open, the subject's own before the others, then in the book's order. */
export function adviseContacts(book: ContactBook, { preferred, at, territory }: AdviceRequest): Advice[] {
  const place = (id: string) => (preferred.includes(id) ? preferred.indexOf(id) : preferred.length);
  return Object.entries(book.contacts)
    .filter(([, contact]) => !contact.territories || contact.territories.includes(territory))
    .map(([id, contact]) => adviceFor(id, contact, book, at, territory))
    .sort((a, b) => Number(a.open === false) - Number(b.open === false) || place(a.id) - place(b.id));
}

function adviceFor(id: string, contact: Contact, book: ContactBook, at: Date, territory: string): Advice {
  if (contact.kind === 'agency') return { id, contact, open: null };
  if (!contact.hours) return { id, contact, open: true };
  const timetable = book.timetables[contact.hours[territory] ?? ''];
  if (!timetable) return { id, contact, open: null };
  const opening = openingAt(timetable, book, at);
  return opening.open
    ? { id, contact, open: true, closesAt: opening.closesAt }
    : { id, contact, open: false, ...(opening.opensAt && { opensAt: opening.opensAt }) };
}
