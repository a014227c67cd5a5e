import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { isHoliday } from '../../src/contacts/holidays';
import { readContentFiles } from '../../src/knowledge/content-files';
import { loadContent } from '../../src/knowledge/load-content';
import { promiseFor, type WorkingCalendar } from '../../src/tickets/reply-date';

const { content } = loadContent(readContentFiles('knowledge'));
if (!content) throw new Error('knowledge/ cannot be read');
const book = content.contacts.value;

/** As the program makes it from contacts.yaml. */
function calendarOf(territory: string): WorkingCalendar {
  const { zone, holidays } = book.territories[territory] ?? { zone: '', holidays: '' };
  const calendar = book.holidays[holidays];
  if (!calendar) throw new Error(`no calendar of ${territory}`);
  return { zone, isHoliday: (day) => isHoliday(day, calendar) };
}

const promised = (workingDays: number, at: string, territory = 'metropole') =>
  promiseFor('autre', { autre: workingDays }, new Date(at), calendarOf(territory));

describe('without a commitment', () => {
  const at = new Date('2026-11-20T10:00:00Z');
  test('nothing is promised', () => {
    expect(promiseFor('autre', null, at, calendarOf('metropole'))).toBeNull();
    expect(promiseFor('autre', { attestation: 2 }, at, calendarOf('metropole'))).toBeNull();
  });

  test('none is shipped', () => {
    expect(content.motives.value.commitment).toBeNull();
    expect(readFileSync('knowledge/motives.yaml', 'utf8')).toMatch(/^commitment: null$/m);
  });
});

describe('day 1 is the first working day after the message', () => {
  test.each([
    ['Monday morning', 1, '2026-11-16T08:00:00Z', '2026-11-17'],
    ['Monday, two days', 2, '2026-11-16T08:00:00Z', '2026-11-18'],
    ['Thursday, two days', 2, '2026-11-19T08:00:00Z', '2026-11-23'],
    ['Friday morning', 1, '2026-11-20T08:00:00Z', '2026-11-23'],
    ['Friday evening', 1, '2026-11-20T20:30:00Z', '2026-11-23'],
    ['Saturday', 1, '2026-11-21T10:00:00Z', '2026-11-23'],
    ['Sunday, a minute before midnight', 1, '2026-11-22T22:59:00Z', '2026-11-23'],
    ['Monday, at midnight', 1, '2026-11-22T23:00:00Z', '2026-11-24'],
    ['Friday, ten days', 10, '2026-11-20T08:00:00Z', '2026-12-04'],
  ])('%s: %i', (_, days, at, until) => {
    expect(promised(days, at)).toBe(until);
  });
});

describe('holidays are no working days', () => {
  test.each([
    // 2026: Easter on 5 April, Ascension on 14 May, Pentecost on 24 May.
    ['before Easter', 1, '2026-04-02T08:00:00Z', '2026-04-03', 'metropole'],
    ['over Easter Monday', 1, '2026-04-03T08:00:00Z', '2026-04-07', 'metropole'],
    ['over Good Friday in Alsace-Moselle', 1, '2026-04-02T08:00:00Z', '2026-04-07', 'alsace-moselle'],
    ['over 1 May, a Friday', 1, '2026-04-30T08:00:00Z', '2026-05-04', 'metropole'],
    ['over 8 May, a Friday', 1, '2026-05-07T08:00:00Z', '2026-05-11', 'metropole'],
    ['over Ascension', 1, '2026-05-13T08:00:00Z', '2026-05-15', 'metropole'],
    ['over Whit Monday', 1, '2026-05-22T08:00:00Z', '2026-05-26', 'metropole'],
    ['over 14 July, a Tuesday', 2, '2026-07-10T08:00:00Z', '2026-07-15', 'metropole'],
    ['over 15 August, a Saturday', 1, '2026-08-14T08:00:00Z', '2026-08-17', 'metropole'],
    ['over 11 November', 1, '2026-11-10T08:00:00Z', '2026-11-12', 'metropole'],
    ['over Christmas, a Friday', 1, '2026-12-24T08:00:00Z', '2026-12-28', 'metropole'],
    ['over Christmas and New Year', 5, '2026-12-24T08:00:00Z', '2027-01-04', 'metropole'],
    ['2027: over Christmas, a Saturday', 1, '2027-12-24T08:00:00Z', '2027-12-27', 'metropole'],
    ['2025: over 26 December in Alsace-Moselle', 1, '2025-12-24T08:00:00Z', '2025-12-29', 'alsace-moselle'],
    ['2025: 26 December elsewhere', 1, '2025-12-24T08:00:00Z', '2025-12-26', 'metropole'],
    ['2027: over 20 December at La Réunion, a Monday', 1, '2027-12-17T08:00:00Z', '2027-12-21', 'reunion'],
    ['2027: 20 December elsewhere', 1, '2027-12-17T08:00:00Z', '2027-12-20', 'metropole'],
    ['over 22 May in Martinique, a Friday', 1, '2026-05-21T14:00:00Z', '2026-05-26', 'martinique'],
  ])('%s: %i', (_, days, at, until, territory) => {
    expect(promised(days, at, territory)).toBe(until);
  });
});

describe('days are those of the territory', () => {
  test.each([
    // 23:00 in Paris on Sunday is 02:00 on Monday at La Réunion and Sunday afternoon in Guadeloupe.
    ['metropole', '2026-11-23'],
    ['reunion', '2026-11-24'],
    ['guadeloupe', '2026-11-23'],
  ])('%s', (territory, until) => {
    expect(promised(1, '2026-11-22T22:00:00Z', territory)).toBe(until);
  });

  test('20 December begins at midnight of La Réunion', () => {
    // Thursday 19:59 UTC is 23:59 there; Friday is the next day. 2024: 20 December is a Friday.
    expect(promised(1, '2024-12-18T19:59:00Z', 'reunion')).toBe('2024-12-19');
    expect(promised(1, '2024-12-18T20:00:00Z', 'reunion')).toBe('2024-12-23');
  });
});

describe('the night in which the clocks change is a night like others', () => {
  test.each([
    ['to summer time, on 29 March 2026', '2026-03-27T22:59:00Z', '2026-03-30'],
    ['to summer time, in the hour before', '2026-03-29T00:30:00Z', '2026-03-30'],
    ['to summer time, in the hour after', '2026-03-29T01:30:00Z', '2026-03-30'],
    ['to winter time, on 25 October 2026', '2026-10-23T21:59:00Z', '2026-10-26'],
    ['to winter time, in the doubled hour', '2026-10-25T00:30:00Z', '2026-10-26'],
    ['on Sunday 23:30 after it', '2026-10-25T22:30:00Z', '2026-10-26'],
    ['on Monday 00:30 after it', '2026-10-25T23:30:00Z', '2026-10-27'],
  ])('%s', (_, at, until) => {
    expect(promised(1, at)).toBe(until);
  });
});

test('a promise is a working day after the message, and one more day of commitment is the next working day', () => {
  const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  const territory = fc.constantFrom(...Object.keys(book.territories));
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 30 }), territory, (at, days, where) => {
      const calendar = calendarOf(where);
      const until = DateTime.fromISO(promised(days, at.toISOString(), where) ?? '', { zone: calendar.zone });
      const next = DateTime.fromISO(promised(days + 1, at.toISOString(), where) ?? '', { zone: calendar.zone });
      expect(until > DateTime.fromJSDate(at)).toBe(true);
      for (const day of [until, next]) expect(day.isWeekend || calendar.isHoliday(day)).toBe(false);
      let between = until.plus({ days: 1 });
      for (; between < next; between = between.plus({ days: 1 })) {
        expect(between.isWeekend || calendar.isHoliday(between)).toBe(true);
      }
      expect(between.toISODate()).toBe(next.toISODate());
    }),
  );
});
