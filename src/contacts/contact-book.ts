/** The ways to reach the fund, as `knowledge/contacts.yaml` holds them; what the keys mean stands in its first comment. */
export interface ContactBook {
  contacts: Readonly<Record<string, Contact>>;
  territories: Readonly<Record<string, Territory>>;
  timetables: Readonly<Record<string, Timetable>>;
  holidays: Readonly<Record<string, HolidayCalendar>>;
}

export interface Contact {
  kind: 'online' | 'appointment' | 'phone' | 'message' | 'advisor' | 'agency' | 'post';
  name: string;
  how: string;
  /** Half a line: why this one. */
  reason: string;
  voice: boolean;
  needs?: 'account' | undefined;
  territories?: readonly string[] | undefined;
  /** Timetable id by territory; none at all: always open. */
  hours?: Readonly<Record<string, string>> | undefined;
}

export interface Territory {
  /** « en métropole », « à La Réunion ». */
  name: string;
  /** IANA zone, e.g. `Indian/Reunion`. */
  zone: string;
  holidays: string;
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** Opening hours in local time of `zone`: `08:30-17:00`. */
export interface Timetable {
  zone: string;
  holidays: string;
  days: Readonly<Partial<Record<Weekday, string>>>;
  quiet: readonly string[];
}

/** Days closed beside the national holidays, `MM-DD`. */
export interface HolidayCalendar {
  own: readonly string[];
}
