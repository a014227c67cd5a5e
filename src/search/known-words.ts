/** The words that are right as typed: those of the knowledge base and of the word lists. */
import { plainWords } from './fold';
import { stem } from './stem';
import type { WordLists } from './word-lists';

export interface KnownWords {
  /** True for a known word and for another form of it: « vital » beside « vitale ». */
  has(word: string): boolean;
  /** The words a misspelt one may stand for, in full: most used first, then by the alphabet. */
  byUse: readonly string[];
}

/** `articles`: texts whose words may be proposed; `others`: texts whose words are only right as they are. */
export function knownWords(lists: WordLists, articles: readonly string[], others: readonly string[]): KnownWords {
  const uses = new Map<string, number>();
  for (const text of articles) for (const word of plainWords(text)) uses.set(word, (uses.get(word) ?? 0) + 1);
  for (const word of lists.listed) uses.set(word, uses.get(word) ?? 0);
  const words = [...uses.keys()];
  const forms = formsOf([...words, ...others.flatMap(plainWords)]);
  return {
    has: (word) => forms.has(word) || forms.has(stem(word)) || lists.protected.has(word) || /\d/.test(word),
    byUse: words.sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || (a < b ? -1 : 1)),
  };
}

/** The words with their stems. */
export function formsOf(words: readonly string[]): ReadonlySet<string> {
  const forms = new Set(words);
  for (const word of [...forms]) forms.add(stem(word));
  return forms;
}

/** « lattestation » and « jattends » lack their apostrophe: it is put back where a known word of four letters is left,
 *  since « test » is not « t'est ». */
export function withApostrophe(word: string, isKnown: (rest: string) => boolean): string | undefined {
  const [, elided, rest] = /^(qu|[ldjmtsnc])([aeiouyh][a-z]{3,})$/.exec(word) ?? [];
  return elided !== undefined && rest !== undefined && isKnown(rest) ? `${elided}'${rest}` : undefined;
}
