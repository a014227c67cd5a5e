import { DateTime } from 'luxon';
import type { Texts } from './texts';

/** « 17 h », « 8 h 30 »: with no-break spaces. */
export function clockWords(time: DateTime): string {
  const minutes = time.minute === 0 ? '' : `\u00a0${String(time.minute).padStart(2, '0')}`;
  return `${time.hour}\u00a0h${minutes}`;
}

/** « aujourd'hui à 8 h 30 », « demain à … », « lundi à … », « mardi 5 janvier à … », seen from `now` in the moment's own zone. */
export function momentWords(moment: DateTime, now: Date, texts: Texts): string {
  const time = clockWords(moment);
  const today = DateTime.fromJSDate(now, { zone: moment.zone }).startOf('day');
  // Rounded: a day on which the clocks change has 23 or 25 hours.
  const days = Math.round(moment.startOf('day').diff(today, 'days').days);
  if (days === 0) return texts.say('contact.today', { time });
  if (days === 1) return texts.say('contact.tomorrow', { time });
  const day = moment.setLocale('fr').toFormat(days < 7 ? 'cccc' : 'cccc d LLLL');
  return texts.say('contact.on-day', { day, time });
}
