import type { Advice } from '../src/contacts/advise';
import { clockWords, momentWords } from './french-time';
import type { Texts } from './texts';

/** Until when a contact is open, or when it opens. Nothing for what has no hours: it is open at any time, or nobody knows. */
export function openingWords(texts: Texts, { open, opensAt, closesAt }: Advice, now: Date): string {
  if (closesAt) return texts.say('contact.open', { time: clockWords(closesAt) });
  if (opensAt) return texts.say('contact.opens', { when: momentWords(opensAt, now, texts) });
  return open === false ? texts.say('contact.closed') : '';
}
