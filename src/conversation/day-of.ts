/** Facts and articles hold by the day of metropolitan France, wherever the person is. Sweden writes days as ISO 8601 does. */
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });

/** The day (ISO) that a moment falls on. Kept as one formatter: each turn asks, and making one takes long. */
export function dayOf(at: Date): string {
  return day.format(at);
}
