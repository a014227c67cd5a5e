import { openingAt } from '../../src/contacts/opening';
import { contactBook } from './real-book';

/** Every day of 2026 of every timetable in knowledge/contacts.yaml, against hours, offsets and holidays written here by
 *  hand: nothing of this side reads a time zone or computes Easter. */

const book = contactBook();
const NATIONAL = '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25'.split(' ');
const HOUR_MS = 3_600_000;

/** Paris: +1, and +2 from 29 March to 24 October; on both days of change all hours asked here come after it. */
const paris = (date: string) => (date >= '2026-03-29' && date < '2026-10-25' ? 2 : 1);
const fixed = (hours: number) => () => hours;

interface Hours {
  /** Monday to Friday. */
  week: string[];
  offset: (date: string) => number;
  own: string[];
}

const same = (hours: string) => Array.from({ length: 5 }, () => hours);
const EXPECTED: Record<string, Hours> = {
  'telephone-metropole': { week: same('08:30-17:00'), offset: paris, own: [] },
  'telephone-alsace-moselle': { week: same('08:30-17:00'), offset: paris, own: ['04-03', '12-26'] },
  'telephone-reunion': {
    week: [...same('07:30-16:00').slice(0, 4), '07:30-13:00'],
    offset: fixed(4),
    own: ['12-20'],
  },
  'telephone-guadeloupe': {
    week: ['07:30-15:30', '07:30-12:30', '07:30-12:30', '07:30-15:30', '07:30-12:30'],
    offset: fixed(-4),
    own: ['05-27'],
  },
  'telephone-martinique': {
    week: ['07:00-17:00', '07:00-13:30', '07:00-13:30', '07:00-17:00', '07:00-13:30'],
    offset: fixed(-4),
    own: ['05-22'],
  },
  'telephone-mayotte': { week: [...same('07:30-14:30').slice(0, 4), '07:30-12:00'], offset: fixed(3), own: ['04-27'] },
  'telephone-anglais': { week: same('08:30-17:30'), offset: paris, own: [] },
  'relais-sourds': { week: [...same('08:30-17:00').slice(0, 4), '08:30-16:00'], offset: paris, own: [] },
};

const DAYS = Array.from({ length: 365 }, (_, index) =>
  new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
);

/** The moment at which a clock there shows this, `seconds` later. */
function moment(date: string, clock: string, offset: number, seconds = 0): Date {
  return new Date(Date.parse(`${date}T${clock}:00Z`) - offset * HOUR_MS + seconds * 1000);
}

function spanOn(date: string, { week, own }: Hours): [string, string] | undefined {
  if ([...NATIONAL, ...own].includes(date.slice(5))) return undefined;
  const hours = week[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7];
  return hours?.split('-') as [string, string] | undefined;
}

test('every timetable is worked out here', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(Object.keys(book.timetables).sort());
});

describe.each(Object.entries(EXPECTED))('%s, every day of 2026', (id, hours) => {
  const timetable = book.timetables[id];
  if (!timetable) throw new Error(`no timetable ${id}`);
  const isOpen = (at: Date) => openingAt(timetable, book, at).open;

  test('open or closed at noon', () => {
    const expected = DAYS.map((date) => {
      const span = spanOn(date, hours);
      return `${date} ${span !== undefined && span[0] <= '12:00' && '12:00' < span[1]}`;
    });
    expect(DAYS.map((date) => `${date} ${isOpen(moment(date, '12:00', hours.offset(date)))}`)).toEqual(expected);
  });

  test('both sides of the opening and of the closing', () => {
    for (const date of DAYS) {
      const span = spanOn(date, hours);
      if (!span) continue;
      const [opens, closes] = span;
      const at = (clock: string, seconds: number) => isOpen(moment(date, clock, hours.offset(date), seconds));
      expect([date, at(opens, -1), at(opens, 0), at(closes, -1), at(closes, 0)]).toEqual([
        date,
        false,
        true,
        true,
        false,
      ]);
    }
  });

  test('a day that is closed is closed from morning to evening', () => {
    for (const date of DAYS.filter((day) => !spanOn(day, hours))) {
      for (const clock of ['07:30', '10:00', '14:00', '16:30']) {
        expect([date, clock, isOpen(moment(date, clock, hours.offset(date)))]).toEqual([date, clock, false]);
      }
    }
  });

  test('closed: it says the next opening, to the minute', () => {
    for (const [index, date] of DAYS.slice(0, 350).entries()) {
      const next = DAYS.slice(index + 1).find((day) => spanOn(day, hours)) ?? '';
      const expected = moment(next, spanOn(next, hours)?.[0] ?? '', hours.offset(next));
      const opening = openingAt(timetable, book, moment(date, '20:00', hours.offset(date)));
      expect([date, !opening.open && opening.opensAt?.toJSDate()]).toEqual([date, expected]);
    }
  });
});
