import type { DateTime } from 'luxon';
import { type Contact, type ContactBook, type Situation, SITUATIONS } from './contact-book';
import { openingAt } from './opening';

/** One contact as it stands at a moment, for one person. */
export interface Advice {
  id: string;
  contact: Contact;
  /** `null`: nobody knows its hours. */
  open: boolean | null;
  /** Set where it has hours and is open now; like `opensAt` in the zone of the contact's hours. */
  closesAt?: DateTime;
  /** Set where it is closed and opens within two weeks. */
  opensAt?: DateTime;
  /** Set where it is open and its quieter hours are known: whether this is one of them. */
  quiet?: boolean;
  /** Half a line, French: why this one, for this person now. */
  reason: string;
}

export interface AdviceRequest {
  /** Contacts that serve best for the subject, best first. */
  preferred: readonly string[];
  at: Date;
  /** A key of `territories`, as `territoryOf` gives it, or `etranger`; left out: metropole. */
  territory?: string | undefined;
  /** Deaf, hard of hearing, or unable to speak on the phone: no voice at all, the relay first. */
  cannotPhone?: boolean | undefined;
  /** To an ameli account; not known: null or left out. */
  hasAccount?: boolean | null | undefined;
}

type Person = AdviceRequest & { territory: string };

/** The contacts that serve a person: first what is open or may be, the subject's own before the others, then in the
 *  book's order (what is done online alone, first). A territory that the book does not know has what serves everywhere. */
export function adviseContacts(book: ContactBook, request: AdviceRequest): Advice[] {
  const person = { ...request, territory: request.territory ?? 'metropole' };
  return Object.entries(book.contacts)
    .filter(([id, contact]) => serves(id, contact, person))
    .map(([id, contact]) => adviceFor(id, contact, book, person))
    .sort((a, b) => comparePlaces(placeOf(a, person), placeOf(b, person)));
}

function serves(id: string, contact: Contact, { territory, cannotPhone, preferred }: Person): boolean {
  if (contact.territories && !contact.territories.includes(territory)) return false;
  if (contact.except?.includes(territory)) return false;
  if (contact.voice && cannotPhone) return false;
  return contact.listed !== 'on-request' || preferred.includes(id);
}

function adviceFor(id: string, contact: Contact, book: ContactBook, person: Person): Advice {
  const standing = standingOf(contact, book, person);
  return { id, contact, ...standing, reason: reasonFor(id, contact, person, standing.quiet === true) };
}

function standingOf(
  contact: Contact,
  book: ContactBook,
  { territory, at }: Person,
): Omit<Advice, 'id' | 'contact' | 'reason'> {
  if (contact.kind === 'agency') return { open: null };
  if (!contact.hours) return { open: true };
  const timetable = book.timetables[contact.hours[territory] ?? ''];
  if (!timetable) return { open: null };
  const opening = openingAt(timetable, book, at);
  if (opening.open) return opening;
  return { open: false, ...(opening.opensAt && { opensAt: opening.opensAt }) };
}

function reasonFor(id: string, contact: Contact, person: Person, quiet: boolean): string {
  const { reason, reasons, needs } = contact;
  const applies: Record<Situation, boolean> = {
    'cannot-phone': person.cannotPhone === true,
    'no-account': person.hasAccount === false && needs === 'account',
    abroad: person.territory === 'etranger',
    quiet,
    subject: wishOf(id, contact, person) === 0,
  };
  const situation = SITUATIONS.find((one) => applies[one] && reasons?.[one] !== undefined);
  return (situation && reasons?.[situation]) ?? reason;
}

/** What decides the order, the weightiest first; the smaller comes first, and equals keep the book's order. */
function placeOf({ id, contact, open }: Advice, person: Person): number[] {
  const firstForThem = person.cannotPhone === true && contact['first-for'] === 'cannot-phone';
  const outOfReach = person.hasAccount === false && contact.needs === 'account';
  return [Number(open === false), Number(!firstForThem), Number(outOfReach), wishOf(id, contact, person)];
}

/** Place in the subject's own contacts, from 0; where the subject names a contact that another replaces in this
 *  territory, that place is the other's. Infinity: the subject names neither. */
function wishOf(id: string, contact: Contact, { preferred }: Person): number {
  const place = preferred.findIndex((wish) => wish === id || wish === contact['instead-of']);
  return place < 0 ? Infinity : place;
}

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
