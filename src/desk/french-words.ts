import { DateTime } from 'luxon';
import { frenchDate } from '../knowledge/render';
import type { DeskTexts } from './desk-texts';

/** The desk's advisors live by the clocks of metropolitan France, whatever the server's. */
const ZONE = 'Europe/Paris';
const MINUTE_MS = 60_000;

/** « à l'instant », « il y a 12 min », « il y a 2 h », « il y a 3 jours »: whole units, rounded down. */
export function ageWords(since: Date, now: Date, texts: DeskTexts): string {
  const minutes = Math.floor((now.getTime() - since.getTime()) / MINUTE_MS);
  if (minutes < 1) return texts.say('age.now');
  if (minutes < 60) return texts.say('age.minutes', { count: minutes });
  if (minutes < 24 * 60) return texts.say('age.hours', { count: Math.floor(minutes / 60) });
  const days = Math.floor(minutes / (24 * 60));
  return days === 1 ? texts.say('age.day') : texts.say('age.days', { count: days });
}

/** « 23 novembre 2026 à 10 h 05 ». */
export function momentWords(at: Date, texts: DeskTexts): string {
  return texts.say('age.moment', { day: frenchDate(parisDay(at)), time: timeWords(at) });
}

/** « 10 h 05 ». */
export function timeWords(at: Date): string {
  return DateTime.fromJSDate(at, { zone: ZONE }).toFormat("H\u00a0'h'\u00a0mm");
}

/** The ISO day of a moment in metropolitan France. */
export function parisDay(at: Date): string {
  return DateTime.fromJSDate(at, { zone: ZONE }).toFormat('yyyy-MM-dd');
}

/** « 4 000 ». */
export function frenchNumber(count: number): string {
  return count.toLocaleString('fr-FR');
}

/** « 1,2 Mo », « 340 Ko ». */
export function sizeWords(bytes: number): string {
  const inMegabytes = bytes >= 104_858;
  const value = inMegabytes ? bytes / 1_048_576 : Math.max(1, Math.round(bytes / 1_024));
  return `${value.toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00a0${inMegabytes ? 'Mo' : 'Ko'}`;
}
