import type { DateTime } from 'luxon';
import type { Advice } from '../src/contacts/advise';
import { clockWords, momentWords } from './french-time';
import type { Texts } from './texts';

/** Until when a contact is open, or when it opens. Nothing for what has no hours: it is open at any time, or nobody knows.
 *  `zone`: the person's own (IANA), where it is known; both clocks are said where they differ. */
export function openingWords(
  texts: Texts,
  { open, opensAt, closesAt }: Advice,
  now: Date,
  zone: string | null = null,
): string {
  if (closesAt) return texts.say('contact.open', { time: bothClocks(texts, clockWords(closesAt), closesAt, zone) });
  if (opensAt) {
    return texts.say('contact.opens', { when: bothClocks(texts, momentWords(opensAt, now, texts), opensAt, zone) });
  }
  return open === false ? texts.say('contact.closed') : '';
}

function bothClocks(texts: Texts, words: string, moment: DateTime, zone: string | null): string {
  if (zone === null || moment.setZone(zone).offset === moment.offset) return words;
  return texts.say('contact.both-clocks', { words, own: clockWords(moment.setZone(zone)) });
}
