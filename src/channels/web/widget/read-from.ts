import type { Entry } from './transcript';

/**
 * The entry whose beginning is to be seen, when `shown` entries had been shown before: the first new one, or the
 * latest answer when a whole transcript is read back. A note above it, or a message that did not get through, comes along.
 */
export function readFrom(entries: Entry[], shown: number): number | undefined {
  const wholeTranscript = shown === 0 || shown > entries.length;
  let first = wholeTranscript ? afterLastWordOfPerson(entries) : shown;
  if (first >= entries.length) return undefined;
  while (first > 0 && belongsToNext(entries[first - 1])) first--;
  return first;
}

function afterLastWordOfPerson(entries: Entry[]): number {
  return entries.map((entry) => entry.kind).lastIndexOf('person') + 1;
}

function belongsToNext(entry: Entry | undefined): boolean {
  return entry?.kind === 'note' || (entry?.kind === 'person' && entry.delivery.kind === 'failed');
}
