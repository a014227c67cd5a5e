/** Several words that are one thing (« carte vitale », « arrêt de travail ») become one word of the search. */

/** A word of a text; a joined phrase has its name in both places. */
export interface Token {
  word: string;
  stem: string;
}

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

/** The tokens with each phrase replaced by one; where two phrases could start, the longer one is taken. */
export function joinPhrases(tokens: readonly Token[], book: PhraseBook): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at] ?? { word: '', stem: '' };
    const phrase = book.get(token.stem)?.find(({ stems }) => standsAt(stems, tokens, at));
    out.push(phrase ? { word: phrase.as, stem: phrase.as } : token);
    at += phrase?.stems.length ?? 1;
  }
  return out;
}

function standsAt(wanted: readonly string[], tokens: readonly Token[], at: number): boolean {
  return wanted.every((stem, offset) => tokens[at + offset]?.stem === stem);
}
