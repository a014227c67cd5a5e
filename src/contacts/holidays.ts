import joursFeries from '@socialgouv/jours-feries';
import type { DateTime } from 'luxon';
import type { HolidayCalendar } from './contact-book';

const HOUR_MS = 3_600_000;

/** Whether this local day is a public holiday: the eleven national ones, and the calendar's own. */
export function isHoliday(day: DateTime, calendar: HolidayCalendar): boolean {
  const { national, goodFriday } = holidaysOf(day.year);
  const date = day.toFormat('MM-dd');
  return (
    national.has(date) || calendar.own.includes(date) || (date === goodFriday && calendar.own.includes('good-friday'))
  );
}

interface YearHolidays {
  /** `05-01`. */
  national: ReadonlySet<string>;
  goodFriday: string;
}

const years = new Map<number, YearHolidays>();

function holidaysOf(year: number): YearHolidays {
  const known = years.get(year);
  if (known) return known;
  const goodFriday = joursFeries(year, { alsace: true })['Vendredi Saint'];
  if (!goodFriday) throw new Error('@socialgouv/jours-feries no longer names « Vendredi Saint »');
  const holidays = {
    national: new Set(Object.values(joursFeries(year)).map(localDay)),
    goodFriday: localDay(goodFriday),
  };
  years.set(year, holidays);
  return holidays;
}

/** The library answers midnights of the machine's own zone, so that they are read with local getters. It counts from
 *  Easter in steps of 24 hours: where the machine's clocks change meanwhile it is an hour off, the day before in
 *  Auckland. Noon is on the right day either way. */
function localDay(midnight: Date): string {
  const noon = new Date(midnight.getTime() + 12 * HOUR_MS);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(noon.getMonth() + 1)}-${two(noon.getDate())}`;
}
