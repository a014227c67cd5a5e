import joursFeries from '@socialgouv/jours-feries';
import type { DateTime } from 'luxon';
import type { HolidayCalendar } from './contact-book';

/** Whether this local day is a public holiday: the eleven national ones, and the calendar's own. */
export function isHoliday(day: DateTime, calendar: HolidayCalendar): boolean {
  return calendar.own.includes(day.toFormat('MM-dd')) || nationalHolidays(day.year).has(day.toFormat('yyyy-MM-dd'));
}

const years = new Map<number, ReadonlySet<string>>();

/** The national holidays of a year as `2026-05-01`. */
function nationalHolidays(year: number): ReadonlySet<string> {
  const known = years.get(year);
  if (known) return known;
  const days = new Set(Object.values(joursFeries(year)).map(localDay));
  years.set(year, days);
  return days;
}

/** The library answers midnights of the machine's own zone: read with local getters, as UTC they fall on the day before. */
function localDay(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
