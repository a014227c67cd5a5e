/** Several words that are one thing (« carte vitale », « arrêt de travail ») become one word of the search. */

export interface Phrase {
  /** In order, never empty. */
  stems: readonly string[];
  as: string;
}

/** Phrases by their first stem, the longest first. */
export type PhraseBook = ReadonlyMap<string, readonly Phrase[]>;

export function phraseBook(phrases: readonly Phrase[]): PhraseBook {
  const book = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const [first] = phrase.stems;
    if (first !== undefined) book.set(first, [...(book.get(first) ?? []), phrase]);
  }
  for (const sameStart of book.values()) sameStart.sort((a, b) => b.stems.length - a.stems.length);
  return book;
}
