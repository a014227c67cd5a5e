const hour = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit' });
const dayAndHour = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
});

/** A message's time as the person's own clock shows it; the day too unless it is today's. */
export function messageTime(at: Date, now: Date): string {
  return (at.toDateString() === now.toDateString() ? hour : dayAndHour).format(at);
}
