const hour: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
const dayAndHour: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', ...hour };

/** A message's time as the person's own clock shows it; the day too unless it is today's. */
export function messageTime(at: Date, now: Date, locale: string): string {
  return at.toLocaleString(locale, at.toDateString() === now.toDateString() ? hour : dayAndHour);
}
