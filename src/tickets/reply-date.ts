import { DateTime } from 'luxon';

/** Working days by motive, as the operator committed itself; null: to nothing. */
export type Commitment = Readonly<Record<string, number>> | null;

/** The days of the territory whose advisors answer. */
export interface WorkingCalendar {
  /** IANA zone, e.g. `Indian/Reunion`. */
  zone: string;
  /** Whether this local day is a public holiday there. */
  isHoliday(day: DateTime): boolean;
}

/** The local day (ISO) until which the operator promises an answer, or null where it promises none. The first working day
 *  after the message is day 1: written on a Friday evening, one working day is Monday. */
export function promiseFor(
  motive: string,
  commitment: Commitment,
  createdAt: Date,
  calendar: WorkingCalendar,
): string | null {
  const workingDays = commitment?.[motive];
  if (workingDays === undefined) return null;
  let day = DateTime.fromJSDate(createdAt, { zone: calendar.zone }).startOf('day');
  for (let left = workingDays; left > 0;) {
    day = day.plus({ days: 1 });
    if (isWorkingDay(day, calendar)) left--;
  }
  return day.toISODate();
}

function isWorkingDay(day: DateTime, calendar: WorkingCalendar): boolean {
  return !day.isWeekend && !calendar.isHoliday(day);
}
