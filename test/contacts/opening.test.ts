import type { ContactBook, Timetable } from '../../src/contacts/contact-book';
import { openingAt } from '../../src/contacts/opening';

const WEEK = { mon: '08:30-17:00', tue: '08:30-17:00', wed: '08:30-17:00', thu: '08:30-17:00', fri: '08:30-17:00' };

const timetables = {
  paris: { zone: 'Europe/Paris', holidays: 'metropole', days: WEEK, quiet: ['12:00-14:00'] },
  // Shorter on Friday.
  reunion: {
    zone: 'Indian/Reunion',
    holidays: 'reunion',
    days: { mon: '07:30-16:00', tue: '07:30-16:00', wed: '07:30-16:00', thu: '07:30-16:00', fri: '07:30-13:00' },
    quiet: [],
  },
  guadeloupe: {
    zone: 'America/Guadeloupe',
    holidays: 'guadeloupe',
    days: { mon: '07:30-15:30', tue: '07:30-12:30' },
    quiet: [],
  },
  sundays: { zone: 'Europe/Paris', holidays: 'metropole', days: { sun: '01:30-04:00' }, quiet: [] },
  never: { zone: 'Europe/Paris', holidays: 'metropole', days: {}, quiet: [] },
  noCalendar: { zone: 'Europe/Paris', holidays: 'inconnu', days: WEEK, quiet: [] },
} satisfies Record<string, Timetable>;

const book: ContactBook = {
  contacts: {},
  territories: {},
  timetables,
  holidays: { metropole: { own: [] }, reunion: { own: ['12-20'] }, guadeloupe: { own: ['05-27'] } },
};

type Place = keyof typeof timetables;

/** « open till … » or « opens … », in the timetable's own time. */
function opening(place: Place, moment: string): string {
  const found = openingAt(timetables[place], book, new Date(moment));
  if (found.open) return `open till ${found.closesAt.toISO({ suppressMilliseconds: true })}`;
  return `opens ${found.opensAt?.toISO({ suppressMilliseconds: true }) ?? 'nobody knows when'}`;
}

describe('in Paris', () => {
  test.each([
    // Thursday, 19 November 2026.
    ['just before the opening', '2026-11-19T08:29:59+01:00', 'opens 2026-11-19T08:30:00+01:00'],
    ['at the opening', '2026-11-19T08:30:00+01:00', 'open till 2026-11-19T17:00:00+01:00'],
    ['at a busy hour', '2026-11-19T13:00:00+01:00', 'open till 2026-11-19T17:00:00+01:00'],
    ['just before the closing', '2026-11-19T16:59:59+01:00', 'open till 2026-11-19T17:00:00+01:00'],
    ['at the closing', '2026-11-19T17:00:00+01:00', 'opens 2026-11-20T08:30:00+01:00'],
    ['at midnight', '2026-11-19T00:00:00+01:00', 'opens 2026-11-19T08:30:00+01:00'],
    ['just before midnight', '2026-11-19T23:59:59+01:00', 'opens 2026-11-20T08:30:00+01:00'],
    ['on Friday evening', '2026-11-20T17:00:00+01:00', 'opens 2026-11-23T08:30:00+01:00'],
    ['on Saturday', '2026-11-21T10:00:00+01:00', 'opens 2026-11-23T08:30:00+01:00'],
    ['on Sunday', '2026-11-22T10:00:00+01:00', 'opens 2026-11-23T08:30:00+01:00'],
  ])('%s', (_, moment, expected) => {
    expect(opening('paris', moment)).toBe(expected);
  });

  test.each([
    ['1 May, a Friday', '2026-05-01T10:00:00+02:00', 'opens 2026-05-04T08:30:00+02:00'],
    ['the evening before 1 May', '2026-04-30T17:00:00+02:00', 'opens 2026-05-04T08:30:00+02:00'],
    ['the Friday before Easter', '2026-04-03T18:00:00+02:00', 'opens 2026-04-07T08:30:00+02:00'],
    ['Easter Monday', '2026-04-06T10:00:00+02:00', 'opens 2026-04-07T08:30:00+02:00'],
    ['the day after Easter Monday', '2026-04-07T10:00:00+02:00', 'open till 2026-04-07T17:00:00+02:00'],
    ['the eve of Ascension', '2026-05-13T17:00:00+02:00', 'opens 2026-05-15T08:30:00+02:00'],
    ['Ascension', '2026-05-14T10:00:00+02:00', 'opens 2026-05-15T08:30:00+02:00'],
    ['Whit Monday', '2026-05-25T10:00:00+02:00', 'opens 2026-05-26T08:30:00+02:00'],
    ['14 July', '2026-07-14T10:00:00+02:00', 'opens 2026-07-15T08:30:00+02:00'],
    ['11 November', '2026-11-11T10:00:00+01:00', 'opens 2026-11-12T08:30:00+01:00'],
    ['Christmas Eve at noon', '2026-12-24T12:00:00+01:00', 'open till 2026-12-24T17:00:00+01:00'],
    ['Christmas, a Friday', '2026-12-25T10:00:00+01:00', 'opens 2026-12-28T08:30:00+01:00'],
    [
      'New Year’s Eve: the next year has its own holidays',
      '2026-12-31T17:00:00+01:00',
      'opens 2027-01-04T08:30:00+01:00',
    ],
    ['Easter Monday of the next year', '2027-03-29T10:00:00+02:00', 'opens 2027-03-30T08:30:00+02:00'],
    [
      'the day of abolition in Guadeloupe is a day as others',
      '2026-05-27T10:00:00+02:00',
      'open till 2026-05-27T17:00:00+02:00',
    ],
  ])('%s', (_, moment, expected) => {
    expect(opening('paris', moment)).toBe(expected);
  });

  test.each([
    ['the Friday before summer time', '2026-03-27T18:00:00+01:00', 'opens 2026-03-30T08:30:00+02:00'],
    ['in the night of summer time, before', '2026-03-29T01:59:59+01:00', 'opens 2026-03-30T08:30:00+02:00'],
    ['in the night of summer time, after', '2026-03-29T03:00:00+02:00', 'opens 2026-03-30T08:30:00+02:00'],
    ['the Monday of summer time, before the opening', '2026-03-30T06:29:59Z', 'opens 2026-03-30T08:30:00+02:00'],
    ['the Monday of summer time, at the opening', '2026-03-30T06:30:00Z', 'open till 2026-03-30T17:00:00+02:00'],
    ['the Saturday before winter time', '2026-10-24T12:00:00+02:00', 'opens 2026-10-26T08:30:00+01:00'],
    ['in the hour that comes twice', '2026-10-25T02:30:00+02:00', 'opens 2026-10-26T08:30:00+01:00'],
    ['in the hour that comes twice, again', '2026-10-25T02:30:00+01:00', 'opens 2026-10-26T08:30:00+01:00'],
    ['the Monday of winter time, an hour too early', '2026-10-26T06:30:00Z', 'opens 2026-10-26T08:30:00+01:00'],
    ['the Monday of winter time, at the opening', '2026-10-26T07:30:00Z', 'open till 2026-10-26T17:00:00+01:00'],
    ['the Monday of winter time, at the closing', '2026-10-26T16:00:00Z', 'opens 2026-10-27T08:30:00+01:00'],
  ])('%s', (_, moment, expected) => {
    expect(opening('paris', moment)).toBe(expected);
  });

  test('what is open in the night in which the clocks change is open by the clock on the wall', () => {
    expect(opening('sundays', '2026-03-29T00:00:00+01:00')).toBe('opens 2026-03-29T01:30:00+01:00');
    expect(opening('sundays', '2026-03-29T01:59:00Z')).toBe('open till 2026-03-29T04:00:00+02:00');
    expect(opening('sundays', '2026-03-29T02:00:00Z')).toBe('opens 2026-04-05T01:30:00+02:00');
  });
});

describe('overseas, by the clock there', () => {
  test.each<[string, Place, string, string]>([
    ['before the opening in La Réunion', 'reunion', '2026-11-19T03:29:59Z', 'opens 2026-11-19T07:30:00+04:00'],
    ['open in La Réunion, night in Paris', 'reunion', '2026-11-19T03:30:00Z', 'open till 2026-11-19T16:00:00+04:00'],
    ['just before the closing', 'reunion', '2026-11-19T11:59:59Z', 'open till 2026-11-19T16:00:00+04:00'],
    ['closed in La Réunion, noon in Paris', 'reunion', '2026-11-19T12:00:00Z', 'opens 2026-11-20T07:30:00+04:00'],
    ['Friday closes earlier', 'reunion', '2026-11-20T09:00:00Z', 'opens 2026-11-23T07:30:00+04:00'],
    ['Monday there, Sunday in Paris', 'reunion', '2026-11-22T22:00:00Z', 'opens 2026-11-23T07:30:00+04:00'],
    ['the abolition of slavery, a Monday', 'reunion', '2027-12-20T08:00:00Z', 'opens 2027-12-21T07:30:00+04:00'],
    ['the Friday before it', 'reunion', '2027-12-17T10:00:00Z', 'opens 2027-12-21T07:30:00+04:00'],
    ['a national holiday counts there too', 'reunion', '2026-05-14T08:00:00Z', 'opens 2026-05-15T07:30:00+04:00'],
    ['summer time of Paris changes nothing', 'reunion', '2026-03-30T03:30:00Z', 'open till 2026-03-30T16:00:00+04:00'],
    ['before the opening in Guadeloupe', 'guadeloupe', '2026-11-23T11:29:59Z', 'opens 2026-11-23T07:30:00-04:00'],
    ['at the opening', 'guadeloupe', '2026-11-23T11:30:00Z', 'open till 2026-11-23T15:30:00-04:00'],
    [
      'closed in Paris, open in Guadeloupe',
      'guadeloupe',
      '2026-11-23T19:29:59Z',
      'open till 2026-11-23T15:30:00-04:00',
    ],
    ['at the closing', 'guadeloupe', '2026-11-23T19:30:00Z', 'opens 2026-11-24T07:30:00-04:00'],
    ['Sunday there, Monday in Paris', 'guadeloupe', '2026-11-23T02:00:00Z', 'opens 2026-11-23T07:30:00-04:00'],
    ['days without hours are closed', 'guadeloupe', '2026-11-25T14:00:00Z', 'opens 2026-11-30T07:30:00-04:00'],
  ])('%s', (_, place, moment, expected) => {
    expect(opening(place, moment)).toBe(expected);
  });
});

test('a timetable without hours never opens', () => {
  expect(opening('never', '2026-11-19T10:00:00Z')).toBe('opens nobody knows when');
});

test('a timetable whose calendar is unknown keeps the national holidays', () => {
  expect(opening('noCalendar', '2026-05-14T08:00:00Z')).toBe('opens 2026-05-15T08:30:00+02:00');
});

test('times are told in the zone of the timetable', () => {
  const found = openingAt(timetables.reunion, book, new Date('2026-11-19T05:00:00Z'));
  expect(found.open && found.closesAt.zoneName).toBe('Indian/Reunion');
});
