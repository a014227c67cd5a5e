/** The words of a text with all that the word lists say of them. */
import { hashOfWord } from './feature-hash';
import type { Phrase } from './phrases';
import { piecesOf } from './pieces';
import { remember } from './remember';
import { stem } from './stem';
import type { WordLists } from './word-lists';

export interface Token {
  word: string;
  stem: string;
  /** What it is compared as: its stem, or the one that stands for its synonyms. */
  means: string;
  /** Of what it means. */
  hash: number;
  isStopword: boolean;
  /** Whether it is compared letter by letter too, and its pieces. */
  isSpelled: boolean;
  pieces: readonly number[];
  /** Those that begin with it, the longest first. */
  phrases: readonly Phrase[];
  shortPhrases: readonly Phrase[];
}

export interface Tokenizer {
  /** A word as it stands in a text. */
  ofWord: (word: string) => Token;
  /** The name that a phrase has become. */
  ofPhrase: (name: string) => Token;
}

/** Each word is looked up in the lists once, not with each text. */
export function tokenizer(lists: WordLists): Tokenizer {
  const tokenOf = (word: string, stem: string): Token => {
    const means = lists.synonyms.get(stem) ?? stem;
    const isStopword = lists.stopwords.has(word);
    const isSpelled = !isStopword && !lists.protected.has(word);
    return {
      ...{ word, stem, means, isStopword, isSpelled },
      hash: hashOfWord(means),
      pieces: isSpelled ? piecesOf(word) : [],
      phrases: lists.phrases.get(stem) ?? [],
      shortPhrases: lists.shortPhrases.get(stem) ?? [],
    };
  };
  return {
    ofWord: remember((word) => tokenOf(word, stem(word))),
    ofPhrase: remember((name) => tokenOf(name, name)),
  };
}
