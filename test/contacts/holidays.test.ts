import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { transformSync } from '@swc/core';
import Holidays from 'date-holidays';
import { DateTime } from 'luxon';
import type { Weekday } from '../../src/contacts/contact-book';
import { isHoliday } from '../../src/contacts/holidays';
import { openingAt } from '../../src/contacts/opening';
import { contactBook } from './real-book';

const book = contactBook();

/** Days of a year on which a calendar is closed, as `05-01`. */
function closedDays(calendar: string, year: number): string[] {
  const own = book.holidays[calendar];
  if (!own) throw new Error(`no calendar ${calendar}`);
  const first = DateTime.utc(year, 1, 1);
  return Array.from({ length: first.daysInYear }, (_, days) => first.plus({ days }))
    .filter((day) => isHoliday(day, own))
    .map((day) => day.toFormat('MM-dd'));
}

/** From the Code du travail, L3133-1, L3134-13 and L3422-2; Easter 2026 is 5 April, Easter 2027 is 28 March. */
const NATIONAL: Record<number, string> = {
  2024: '01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25',
  2026: '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25',
  2027: '01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25',
};
const everyYear = (day: string): Record<number, string[]> => ({ 2024: [day], 2026: [day], 2027: [day] });
const OWN: Record<string, Record<number, string[]>> = {
  metropole: { 2024: [], 2026: [], 2027: [] },
  'alsace-moselle': { 2024: ['03-29', '12-26'], 2026: ['04-03', '12-26'], 2027: ['03-26', '12-26'] },
  mayotte: everyYear('04-27'),
  martinique: everyYear('05-22'),
  guadeloupe: everyYear('05-27'),
  'saint-martin': everyYear('05-28'),
  guyane: everyYear('06-10'),
  'saint-barthelemy': everyYear('10-09'),
  reunion: everyYear('12-20'),
};

test.each(
  Object.entries(OWN).flatMap(([calendar, years]) =>
    Object.keys(years).map((year) => [calendar, Number(year)] as const),
  ),
)('%s in %i', (calendar, year) => {
  const expected = [...(NATIONAL[year] ?? '').split(' '), ...(OWN[calendar]?.[year] ?? [])].sort();
  expect(closedDays(calendar, year)).toEqual(expected);
});

test('every calendar has its table here', () => {
  expect(Object.keys(OWN).sort()).toEqual(Object.keys(book.holidays).sort());
});

/** The library thinks in the machine's zone, and a process keeps the one it began in. */
test.each(['Pacific/Auckland', 'America/Los_Angeles', 'Europe/Paris', 'America/Santiago', 'UTC'])(
  'a machine in %s has the same holidays',
  (zone) => {
    const source = readFileSync('src/contacts/holidays.ts', 'utf8');
    const { code } = transformSync(source, { jsc: { parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } });
    const script = `${code}
      const { DateTime } = require('luxon');
      const closed = [2024, 2026, 2027].map((year) => Array.from({ length: 366 }, (_, days) => DateTime.utc(year).plus({ days }))
        .filter((day) => day.year === year && exports.isHoliday(day, { own: ['good-friday'] })).map((day) => day.toFormat('MM-dd')));
      process.stdout.write(JSON.stringify(closed));`;
    const answer = execFileSync(process.execPath, ['-e', script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    const goodFriday: Record<string, string> = { 2024: '03-29', 2026: '04-03', 2027: '03-26' };
    const expected = Object.entries(NATIONAL).map(([year, days]) => [...days.split(' '), goodFriday[year]].sort());
    expect(JSON.parse(answer)).toEqual(expected);
  },
);

test('Ascension on 1 May, as in 2008, is one holiday', () => {
  expect(closedDays('metropole', 2008)).toHaveLength(10);
});

/** date-holidays, by its code of each calendar. What it has otherwise: Good Friday is custom and not law in Guadeloupe and
 *  Martinique; Saint-Martin keeps 28 May since 2019. */
const ORACLE: readonly { calendar: string; country: string; state?: string; unlike?: (day: DateTime) => boolean }[] = [
  { calendar: 'metropole', country: 'FR' },
  { calendar: 'alsace-moselle', country: 'FR', state: '67' },
  { calendar: 'reunion', country: 'RE' },
  { calendar: 'guadeloupe', country: 'GP', unlike: isGoodFriday },
  { calendar: 'martinique', country: 'MQ', unlike: isGoodFriday },
  { calendar: 'guyane', country: 'GF' },
  { calendar: 'mayotte', country: 'YT' },
  { calendar: 'saint-barthelemy', country: 'BL' },
  { calendar: 'saint-martin', country: 'MF', unlike: (day) => ['05-27', '05-28'].includes(day.toFormat('MM-dd')) },
];

function isGoodFriday(day: DateTime): boolean {
  return !isHoliday(day, { own: [] }) && isHoliday(day, { own: ['good-friday'] });
}

function publicDays(country: string, state: string | undefined, year: number): Set<string> {
  const calendar = state ? new Holidays(country, state) : new Holidays(country);
  return new Set(
    calendar
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10)),
  );
}

describe.each(ORACLE)('$calendar agrees with date-holidays', ({ calendar, country, state, unlike }) => {
  test('every day of 2020 to 2035', () => {
    for (let year = 2020; year <= 2035; year++) {
      const expected = [...publicDays(country, state, year)].filter((day) => !unlike?.(DateTime.fromISO(day)));
      const ours = closedDays(calendar, year).map((day) => `${year}-${day}`);
      expect(ours.filter((day) => !unlike?.(DateTime.fromISO(day)))).toEqual(expected.sort());
    }
  });
});

test('200 moments: open exactly within the hours of a day that date-holidays does not close', () => {
  const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const timetables = Object.entries(book.timetables);
  const kinds = new Set<string>();
  for (let index = 0; index < 200; index++) {
    const [id, timetable] = timetables[index % timetables.length] ?? [];
    const oracle = ORACLE.find(({ calendar }) => calendar === timetable?.holidays);
    if (!timetable || !oracle) throw new Error(`no oracle for ${id}`);
    // Steps of 9 days, 7 hours and 23 minutes from 2026 on; every other moment is moved to a holiday's own day.
    const walked = DateTime.fromISO('2026-01-01T00:00', { zone: timetable.zone }).plus({ minutes: index * 13_403 });
    const holidays = [...publicDays(oracle.country, oracle.state, walked.year)];
    const holiday = DateTime.fromISO(holidays[index % holidays.length] ?? '', { zone: timetable.zone });
    const local =
      index % 2
        ? holiday.set({ hour: 8 + (index % 9), minute: walked.minute })
        : walked.set({ hour: 7 + (index % 11) });
    if (oracle.unlike?.(local)) continue;
    const span = timetable.days[weekdays[local.weekday - 1] ?? 'sun'];
    const clock = local.toFormat('HH:mm');
    const closed = holidays.includes(local.toISODate() ?? '');
    const expected = !closed && span !== undefined && span.slice(0, 5) <= clock && clock < span.slice(6);
    kinds.add(`${closed} ${expected}`);
    expect([id, local.toISO(), openingAt(timetable, book, local.toJSDate()).open]).toEqual([
      id,
      local.toISO(),
      expected,
    ]);
  }
  expect([...kinds].sort()).toEqual(['false false', 'false true', 'true false']);
});
