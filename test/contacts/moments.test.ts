import { adviseContacts } from '../../src/contacts/advise';
import { contactBook } from './real-book';

const book = contactBook();

/** Forty moments worked out by hand with a calendar of 2026 and the hours of knowledge/contacts.yaml. */
test.each<[string, string, string, string]>([
  // Metropole: 08:30-17:00.
  ['metropole', 'telephone', '2026-01-02T09:00:00+01:00', 'until 2026-01-02T17:00:00+01:00'],
  ['metropole', 'telephone', '2026-01-01T09:00:00+01:00', 'from 2026-01-02T08:30:00+01:00'],
  ['metropole', 'telephone', '2026-03-02T06:00:00+01:00', 'from 2026-03-02T08:30:00+01:00'],
  ['metropole', 'telephone', '2026-03-27T17:00:00+01:00', 'from 2026-03-30T08:30:00+02:00'],
  ['metropole', 'telephone', '2026-03-30T06:30:00Z', 'until 2026-03-30T17:00:00+02:00'],
  ['metropole', 'telephone', '2026-04-03T10:00:00+02:00', 'until 2026-04-03T17:00:00+02:00'],
  ['metropole', 'telephone', '2026-04-30T18:00:00+02:00', 'from 2026-05-04T08:30:00+02:00'],
  ['metropole', 'telephone', '2026-05-07T17:00:00+02:00', 'from 2026-05-11T08:30:00+02:00'],
  ['metropole', 'telephone', '2026-07-13T23:00:00+02:00', 'from 2026-07-15T08:30:00+02:00'],
  ['metropole', 'telephone', '2026-10-26T07:29:00Z', 'from 2026-10-26T08:30:00+01:00'],
  ['metropole', 'telephone', '2026-12-24T16:59:00+01:00', 'until 2026-12-24T17:00:00+01:00'],
  // Alsace-Moselle: Good Friday and 26 December too; in 2025 the latter is a Friday.
  ['alsace-moselle', 'telephone', '2026-04-03T10:00:00+02:00', 'from 2026-04-07T08:30:00+02:00'],
  ['alsace-moselle', 'telephone', '2026-04-02T16:00:00+02:00', 'until 2026-04-02T17:00:00+02:00'],
  ['alsace-moselle', 'telephone', '2025-12-26T10:00:00+01:00', 'from 2025-12-29T08:30:00+01:00'],
  ['metropole', 'telephone', '2025-12-26T10:00:00+01:00', 'until 2025-12-26T17:00:00+01:00'],
  // La Réunion, +4: until 16:00, Friday until 13:00.
  ['reunion', 'telephone', '2026-03-02T09:00:00+04:00', 'until 2026-03-02T16:00:00+04:00'],
  ['reunion', 'telephone', '2026-03-02T13:00:00+01:00', 'from 2026-03-03T07:30:00+04:00'],
  ['reunion', 'telephone', '2026-03-06T12:59:00+04:00', 'until 2026-03-06T13:00:00+04:00'],
  ['reunion', 'telephone', '2026-03-06T13:00:00+04:00', 'from 2026-03-09T07:30:00+04:00'],
  ['reunion', 'telephone', '2024-12-20T09:00:00+04:00', 'from 2024-12-23T07:30:00+04:00'],
  // Guadeloupe, -4: Monday and Thursday until 15:30, else until 12:30.
  ['guadeloupe', 'telephone', '2026-06-01T17:00:00+02:00', 'until 2026-06-01T15:30:00-04:00'],
  ['guadeloupe', 'telephone', '2026-06-02T12:30:00-04:00', 'from 2026-06-03T07:30:00-04:00'],
  ['guadeloupe', 'telephone', '2026-05-27T09:00:00-04:00', 'from 2026-05-28T07:30:00-04:00'],
  ['guadeloupe', 'telephone', '2026-05-22T09:00:00-04:00', 'until 2026-05-22T12:30:00-04:00'],
  ['guadeloupe', 'telephone', '2026-06-01T13:00:00+02:00', 'from 2026-06-01T07:30:00-04:00'],
  // Martinique, -4: Monday and Thursday until 17:00, else until 13:30.
  ['martinique', 'telephone', '2026-05-22T09:00:00-04:00', 'from 2026-05-26T07:00:00-04:00'],
  ['martinique', 'telephone', '2026-05-27T07:00:00-04:00', 'until 2026-05-27T13:30:00-04:00'],
  ['martinique', 'telephone', '2026-06-04T16:59:59-04:00', 'until 2026-06-04T17:00:00-04:00'],
  // Mayotte, +3: until 14:30, Friday until noon.
  ['mayotte', 'telephone-mayotte', '2026-04-27T09:00:00+03:00', 'from 2026-04-28T07:30:00+03:00'],
  ['mayotte', 'telephone-mayotte', '2026-06-05T12:00:00+03:00', 'from 2026-06-08T07:30:00+03:00'],
  ['mayotte', 'telephone-mayotte', '2026-06-05T06:30:00+02:00', 'until 2026-06-05T12:00:00+03:00'],
  // Hours that nobody knows.
  ['guyane', 'telephone', '2026-06-01T10:00:00-03:00', 'nobody knows'],
  ['saint-martin', 'telephone', '2026-06-01T10:00:00-04:00', 'nobody knows'],
  ['saint-barthelemy', 'caisse-locale', '2026-06-01T10:00:00-04:00', 'nobody knows'],
  ['reunion', 'relais-sourds', '2026-06-01T10:00:00+04:00', 'nobody knows'],
  // From abroad: the hours of Paris.
  ['etranger', 'telephone-etranger', '2026-06-01T12:00:00Z', 'until 2026-06-01T17:00:00+02:00'],
  ['etranger', 'telephone-etranger', '2026-06-01T22:00:00-04:00', 'from 2026-06-02T08:30:00+02:00'],
  // The relay, Friday until 16:00; what never closes.
  ['metropole', 'relais-sourds', '2026-06-05T16:00:00+02:00', 'from 2026-06-08T08:30:00+02:00'],
  ['metropole', 'relais-sourds', '2026-06-04T16:00:00+02:00', 'until 2026-06-04T17:00:00+02:00'],
  ['mayotte', 'compte-ameli', '2026-01-01T03:00:00+03:00', 'always'],
])('%s, %s at %s: %s', (territory, id, at, expected) => {
  const advice = adviseContacts(book, { preferred: [], at: new Date(at), territory }).find((one) => one.id === id);
  expect(advice).toBeDefined();
  const iso = (time: NonNullable<typeof advice>['closesAt']) => time?.toISO({ suppressMilliseconds: true });
  const found = advice?.closesAt
    ? `until ${iso(advice.closesAt)}`
    : advice?.opensAt
      ? `from ${iso(advice.opensAt)}`
      : { true: 'always', false: 'closed', null: 'nobody knows' }[String(advice?.open)];
  expect(found).toBe(expected);
});
