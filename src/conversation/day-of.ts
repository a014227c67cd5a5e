import { DateTime } from 'luxon';

/** Facts and articles hold by the day of metropolitan France, wherever the person is. */
const DAYS_ZONE = 'Europe/Paris';

/** The day (ISO) that a moment falls on. */
export function dayOf(at: Date): string {
  return DateTime.fromJSDate(at, { zone: DAYS_ZONE }).toFormat('yyyy-MM-dd');
}
