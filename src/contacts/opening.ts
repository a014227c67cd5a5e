import { DateTime } from 'luxon';
import type { ContactBook, HolidayCalendar, Timetable, Weekday } from './contact-book';
import { isHoliday } from './holidays';

/** Whether a timetable is open at a moment; times are in the timetable's own zone. `quiet`: the wait is usually shorter now. */
export type Opening =
  { open: true; closesAt: DateTime; quiet?: boolean } | { open: false; opensAt: DateTime | undefined };

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** No run of closed days in these calendars is longer than four; two weeks leave room for any. */
const SEARCH_DAYS = 14;

/** A span holds its first minute and not its last: at 17:00 sharp `08:30-17:00` is closed. So what is true of a minute's first
 *  moment is true of all of it, and is worked out once: reading a zone's clock is slow, and every answer names contacts. */
export function openingAt(timetable: Timetable, book: ContactBook, at: Date): Opening {
  const minute = Math.floor(at.getTime() / 60_000);
  const known = lastOpenings.get(timetable);
  if (known?.minute === minute && known.book === book) return known.opening;
  const opening = workOut(timetable, book, at);
  lastOpenings.set(timetable, { minute, book, opening });
  return opening;
}

const lastOpenings = new WeakMap<Timetable, { minute: number; book: ContactBook; opening: Opening }>();

function workOut(timetable: Timetable, book: ContactBook, at: Date): Opening {
  const calendar = book.holidays[timetable.holidays] ?? { own: [] };
  const now = DateTime.fromJSDate(at, { zone: timetable.zone });
  const today = openSpan(timetable, calendar, now);
  if (today && holds(today, now)) {
    const quiet = timetable.quiet.length > 0 && {
      quiet: timetable.quiet.some((text) => holds(spanOn(now, text), now)),
    };
    return { open: true, closesAt: today.closes, ...quiet };
  }
  for (let days = 0; days <= SEARCH_DAYS; days++) {
    const span = openSpan(timetable, calendar, now.plus({ days }));
    if (span && span.opens > now) return { open: false, opensAt: span.opens };
  }
  return { open: false, opensAt: undefined };
}

interface Span {
  opens: DateTime;
  closes: DateTime;
}

function openSpan(timetable: Timetable, calendar: HolidayCalendar, day: DateTime): Span | undefined {
  const weekday = WEEKDAYS[day.weekday - 1];
  const text = weekday && timetable.days[weekday];
  return text && !isHoliday(day, calendar) ? spanOn(day, text) : undefined;
}

function holds({ opens, closes }: Span, moment: DateTime): boolean {
  return moment >= opens && moment < closes;
}

/** `08:30-17:00` on that day. */
function spanOn(day: DateTime, text: string): Span {
  const [opens = '', closes = ''] = text.split('-');
  return { opens: atClock(day, opens), closes: atClock(day, closes) };
}

/** That day at `08:30` of its zone, also where the clocks change in the night. */
function atClock(day: DateTime, clock: string): DateTime {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return day.set({ hour, minute, second: 0, millisecond: 0 });
}
