/** The words of a text with all that the word lists say of them. */
import { hashOfWord } from './feature-hash';
import { type KnownWords, withApostrophe } from './known-words';
import { isNumberWord } from './numbers';
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
  /** What the lists say that it stands for: « svp ». */
  listed: string | undefined;
  /** Where it lacks its apostrophe, the words that it stands for: « lattestation ». */
  apart: string | undefined;
  /** Neither right as it is nor any of the above. */
  isUnknown: boolean;
  /** Whether it may be a part of a number in words. */
  isNumberWord: boolean;
  isFigure: boolean;
  isStopword: boolean;
  /** Whether it is compared letter by letter too, and its pieces. */
  isSpelled: boolean;
  pieces: readonly number[];
  /** Those that begin with it, the longest first. */
  phrases: readonly Phrase[] | undefined;
  shortPhrases: readonly Phrase[] | undefined;
}

export interface Tokenizer {
  /** A word as it stands in a text. */
  ofWord: (word: string) => Token;
  /** The name that a phrase has become. */
  ofPhrase: (name: string) => Token;
}

/** One for all words that have none: a question's time goes into fetching what it has not seen for long. */
const NO_PIECES: readonly number[] = [];

/** Each word is looked up in the lists once, not with each text. */
export function tokenizer(lists: WordLists, known: Pick<KnownWords, 'has'>): Tokenizer {
  const isPlain = (word: string) => known.has(word) && !lists.protected.has(word);
  const tokenOf = (word: string, stem: string): Token => {
    const means = lists.synonyms.get(stem) ?? stem;
    const listed = lists.spellings.get(word);
    const isRight = listed !== undefined || known.has(word);
    const apart = isRight ? undefined : withApostrophe(word, isPlain);
    const isStopword = lists.stopwords.has(word);
    const isSpelled = !isStopword && !lists.protected.has(word);
    return {
      word,
      stem,
      means,
      hash: hashOfWord(means),
      listed,
      apart,
      isUnknown: !isRight && apart === undefined,
      isNumberWord: isNumberWord(word),
      isFigure: /^\d/.test(means),
      isStopword,
      isSpelled,
      pieces: isSpelled ? piecesOf(word) : NO_PIECES,
      phrases: lists.phrases.get(stem),
      shortPhrases: lists.shortPhrases.get(stem),
    };
  };
  return {
    ofWord: remember((word) => tokenOf(word, stem(word))),
    ofPhrase: remember((name) => tokenOf(name, name)),
  };
}
