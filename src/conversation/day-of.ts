/** Facts and articles hold by the day of metropolitan France, wherever the person is. Sweden writes days as ISO 8601 does. */
const formatter = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });

const MINUTE_MS = 60_000;
/** A minute lies in one day, each turn asks, and formatting takes as long as a small query. */
let lastAsked = { minute: NaN, day: '' };

/** The day (ISO) that a moment falls on. */
export function dayOf(at: Date): string {
  const minute = Math.floor(at.getTime() / MINUTE_MS);
  if (minute !== lastAsked.minute) lastAsked = { minute, day: formatter.format(at) };
  return lastAsked.day;
}
