import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type AdviceRequest, adviseContacts } from '../../src/contacts/advise';
import type { Contact, ContactBook } from '../../src/contacts/contact-book';
import { contactsSchema } from '../../src/knowledge/schemas';

const contact = (kind: Contact['kind'], rest: Partial<Contact> = {}): Contact => ({
  kind,
  name: kind,
  how: 'Comment.',
  reason: 'pourquoi',
  voice: false,
  ...rest,
});

const book: ContactBook = {
  contacts: {
    compte: contact('online'),
    telephone: contact('phone', {
      territories: ['metropole', 'reunion', 'guyane'],
      hours: { metropole: 'paris', reunion: 'reunion', mayotte: 'paris' },
    }),
    matin: contact('phone', { hours: { metropole: 'matin', reunion: 'inconnu' } }),
    accueil: contact('agency', { hours: { metropole: 'paris' } }),
    courrier: contact('post'),
  },
  territories: {
    metropole: { name: 'en métropole', zone: 'Europe/Paris', holidays: 'nationaux' },
    reunion: { name: 'à La Réunion', zone: 'Indian/Reunion', holidays: 'nationaux' },
    guyane: { name: 'en Guyane', zone: 'America/Cayenne', holidays: 'nationaux' },
    mayotte: { name: 'à Mayotte', zone: 'Indian/Mayotte', holidays: 'nationaux' },
  },
  timetables: {
    paris: { zone: 'Europe/Paris', holidays: 'nationaux', days: { mon: '08:30-17:00' }, quiet: [] },
    matin: { zone: 'Europe/Paris', holidays: 'nationaux', days: { mon: '08:30-12:00' }, quiet: [] },
    reunion: { zone: 'Indian/Reunion', holidays: 'nationaux', days: { mon: '07:30-16:00' }, quiet: [] },
  },
  holidays: { nationaux: { own: [] } },
};

const MORNING = new Date('2026-11-23T10:00:00+01:00');
const AFTERNOON = new Date('2026-11-23T14:00:00+01:00');
const NIGHT = new Date('2026-11-23T20:00:00+01:00');

const advise = (request: Partial<AdviceRequest>) =>
  adviseContacts(book, { preferred: [], at: MORNING, territory: 'metropole', ...request });
const ids = (request: Partial<AdviceRequest>) => advise(request).map(({ id }) => id);
const one = (id: string, request: Partial<AdviceRequest>) => advise(request).find((advice) => advice.id === id);

describe('order', () => {
  test.each<[string, Partial<AdviceRequest>, string[]]>([
    ['nothing preferred, all open: as in the book', {}, ['compte', 'telephone', 'matin', 'accueil', 'courrier']],
    [
      'the preferred first, best first',
      { preferred: ['courrier', 'telephone'] },
      ['courrier', 'telephone', 'compte', 'matin', 'accueil'],
    ],
    ['closed ones last', { at: AFTERNOON }, ['compte', 'telephone', 'accueil', 'courrier', 'matin']],
    [
      'a closed one is last though it is preferred',
      { at: AFTERNOON, preferred: ['matin', 'courrier'] },
      ['courrier', 'compte', 'telephone', 'accueil', 'matin'],
    ],
    [
      'among the closed, the preferred first',
      { at: NIGHT, preferred: ['matin'] },
      ['compte', 'accueil', 'courrier', 'matin', 'telephone'],
    ],
    [
      'hours that nobody knows do not push back',
      { at: NIGHT, preferred: ['accueil'] },
      ['accueil', 'compte', 'courrier', 'telephone', 'matin'],
    ],
    [
      'a preferred one that is not in the book is left out',
      { preferred: ['inconnu', 'courrier'] },
      /* prettier-ignore */ ['courrier', 'compte', 'telephone', 'matin', 'accueil'],
    ],
  ])('%s', (_, request, expected) => {
    expect(ids(request)).toEqual(expected);
  });

  test('the book stays as it is', () => {
    ids({ preferred: ['courrier'], at: NIGHT });
    expect(Object.keys(book.contacts)).toEqual(['compte', 'telephone', 'matin', 'accueil', 'courrier']);
  });
});

describe('open or not', () => {
  test('without hours: always, and no time to tell', () => {
    const advice = one('compte', { at: NIGHT });
    expect(advice).toMatchObject({ contact: book.contacts.compte, open: true });
    expect(advice?.closesAt).toBeUndefined();
    expect(advice?.opensAt).toBeUndefined();
  });

  test('open: till when', () => {
    const advice = one('telephone', { at: MORNING });
    expect(advice).toMatchObject({ open: true, contact: book.contacts.telephone });
    expect(advice?.closesAt?.toISO()).toBe('2026-11-23T17:00:00.000+01:00');
    expect(advice?.opensAt).toBeUndefined();
  });

  test('closed: from when', () => {
    const advice = one('telephone', { at: NIGHT });
    expect(advice?.open).toBe(false);
    expect(advice?.opensAt?.toISO()).toBe('2026-11-30T08:30:00.000+01:00');
    expect(advice?.closesAt).toBeUndefined();
  });

  test.each<[string, string, Partial<AdviceRequest>]>([
    ['a territory without hours', 'telephone', { territory: 'guyane' }],
    ['a timetable that is unknown', 'matin', { territory: 'reunion' }],
    ['an agency, whatever it has', 'accueil', { territory: 'metropole' }],
    ['an agency at night', 'accueil', { territory: 'metropole', at: NIGHT }],
  ])('nobody knows: %s', (_, id, request) => {
    const advice = one(id, request);
    expect(advice?.open).toBeNull();
    expect(advice?.opensAt).toBeUndefined();
    expect(advice?.closesAt).toBeUndefined();
  });

  test('the hours are those of the territory', () => {
    const early = new Date('2026-11-23T05:00:00Z');
    expect(one('telephone', { at: early, territory: 'reunion' })?.open).toBe(true);
    expect(one('telephone', { at: early, territory: 'metropole' })?.open).toBe(false);
  });
});

describe('territory', () => {
  test.each([
    ['mayotte', ['compte', 'matin', 'accueil', 'courrier']],
    ['guyane', ['compte', 'telephone', 'matin', 'accueil', 'courrier']],
  ])('%s', (territory, expected) => {
    expect(ids({ territory })).toEqual(expected);
  });

  test('a contact of another territory stays out though it is preferred', () => {
    expect(ids({ territory: 'mayotte', preferred: ['telephone'] })).not.toContain('telephone');
  });
});

describe('the real contacts', () => {
  const real: ContactBook = contactsSchema.parse(parse(readFileSync('knowledge/contacts.yaml', 'utf8')));
  const at = new Date('2026-11-23T10:00:00+01:00');
  const advised = (territory: string, preferred: string[] = []) =>
    adviseContacts(real, { preferred, at, territory }).map(({ id }) => id);

  test('the 36 46 is never advised in Mayotte, which has a number of its own', () => {
    expect(advised('mayotte', ['telephone'])).not.toContain('telephone');
    expect(advised('mayotte')).toContain('telephone-mayotte');
  });

  test('every territory has at least one contact, and from abroad the number to dial is its own', () => {
    for (const territory of Object.keys(real.territories)) expect(advised(territory)).not.toEqual([]);
    expect(advised('etranger')).toContain('telephone-etranger');
    expect(advised('etranger')).not.toContain('telephone');
    expect(advised('metropole')).not.toContain('telephone-etranger');
  });

  test('every zone is one that the clock knows', () => {
    const zones = [...Object.values(real.territories), ...Object.values(real.timetables)].map(({ zone }) => zone);
    for (const zone of zones) expect(() => new Intl.DateTimeFormat('fr', { timeZone: zone })).not.toThrow();
  });
});
