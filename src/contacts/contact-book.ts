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
  /** Another half line where the person's situation changes why. */
  reasons?: Readonly<Partial<Record<Situation, string>>> | undefined;
  voice: boolean;
  needs?: 'account' | undefined;
  /** The situation in which it comes before all others. */
  'first-for'?: 'cannot-phone' | undefined;
  /** The contact whose place it takes where it serves: a subject that names `telephone` means this number in Mayotte. */
  'instead-of'?: string | undefined;
  /** `on-request`: told only to who asks for it, or for a subject that names it. */
  listed?: 'always' | 'on-request' | undefined;
  /** Where it serves, or where it does not; neither: everywhere. */
  territories?: readonly string[] | undefined;
  except?: readonly string[] | undefined;
  /** Timetable id by territory; none at all: always open. */
  hours?: Readonly<Record<string, string>> | undefined;
}

/** What changes the reason for a contact; the first that applies decides. */
export const SITUATIONS = ['cannot-phone', 'no-account', 'abroad', 'quiet', 'subject'] as const;
export type Situation = (typeof SITUATIONS)[number];

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
  /** Spans in which the wait is usually shorter; empty: nobody knows. */
  quiet: readonly string[];
}

/** Days closed beside the national holidays: `MM-DD`, or `good-friday`. */
export interface HolidayCalendar {
  own: readonly string[];
}
