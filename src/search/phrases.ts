/** Several words that are one thing (« carte vitale », « arrêt de travail ») become one word of the search. */

import type { Token, Tokenizer } from './tokens';

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
export function joinPhrases(
  tokens: readonly Token[],
  kind: 'phrases' | 'shortPhrases',
  { ofPhrase }: Tokenizer,
): readonly Token[] {
  const out: Token[] = [];
  let at = 0;
  for (let token = tokens[at]; token !== undefined; token = tokens[at]) {
    const phrase = token[kind].find(({ stems }) => standsAt(stems, tokens, at));
    out.push(phrase ? ofPhrase(phrase.as) : token);
    at += phrase?.stems.length ?? 1;
  }
  return out;
}

function standsAt(wanted: readonly string[], tokens: readonly Token[], at: number): boolean {
  return wanted.every((stem, offset) => tokens[at + offset]?.stem === stem);
}
