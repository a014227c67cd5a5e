/** Very long messages, cut to what is worth reading. */
import { MAX_CHARACTERS } from './fold';

/** People say what they want at the beginning or at the end. Keeps 4,000 characters under 20 times the cost of 40. */
const WORDS_AT_BEGINNING = 32;
const WORDS_AT_END = 20;
const MOST_WORDS = WORDS_AT_BEGINNING + WORDS_AT_END;

/** The text as it is, or its beginning and its end on two lines. */
export function withoutMiddle(text: string): string {
  // So many words with a space each are longer.
  if (text.length < 2 * MOST_WORDS) return text;
  const words = text.slice(0, MAX_CHARACTERS).split(/\s+/);
  if (words.length <= MOST_WORDS) return text;
  return `${words.slice(0, WORDS_AT_BEGINNING).join(' ')}\n${words.slice(-WORDS_AT_END).join(' ')}`;
}
