/** Reads a text into the words the search compares: spelling mended, numbers in figures, names joined, synonyms one. */
import { plainWords } from './fold';
import { figuresForNumbers } from './numbers';
import { formsOf, type KnownWords, knownWords, withApostrophe } from './known-words';
import { joinPhrases } from './join-phrases';
import { remember } from './remember';
import { buildSpeller, type Speller } from './spelling';
import { stem } from './stem';
import { type Token, type Tokenizer, tokenizer } from './tokens';
import type { WordLists } from './word-lists';

export interface Change {
  from: string;
  to: string;
}

export interface Reading {
  /** What is compared: stems, joined names and canonical synonyms, in the order of the text. */
  words: readonly string[];
  /** The same text's words in full, for comparing letter by letter; protected words are left out. */
  spelled: readonly string[];
  /** Both as features. */
  wordHashes: readonly number[];
  pieces: readonly number[];
  /** Misspellings and SMS spellings mended. */
  corrected: readonly Change[];
  synonyms: readonly Change[];
}

export interface Reader {
  /** Reads a person's question: unknown words are mended. */
  readQuestion(text: string): Reading;
  /** Reads a text of the knowledge base, which is spelt as it should be. */
  readContent(text: string): Reading;
  /** The same reader, for which the words of these texts are right as they are too. */
  knowing(texts: readonly string[]): Reader;
}

/** What a word stands for; undefined: for itself. */
interface Judged {
  meant: string | undefined;
  isUnknown: boolean;
}

/** Each unknown word costs a search of its own; a message with more of them is in another language, or mashing. */
const MOST_MENDED = 20;

/** The words of the articles and of the off-topic sentences are known; only those of the articles are proposed. */
export function buildReader(lists: WordLists, articles: readonly string[], offTopic: readonly string[]): Reader {
  const known = knownWords(lists, articles, offTopic);
  const speller = buildSpeller(known.byUse.filter((word) => !lists.protected.has(word)));
  return readerWith(lists, known, speller);
}

function readerWith(lists: WordLists, known: Pick<KnownWords, 'has'>, speller: Speller): Reader {
  const isPlain = (word: string) => known.has(word) && !lists.protected.has(word);
  const tokens = tokenizer(lists);
  const listed: Speller = (word) => lists.spellings.get(word);
  const judged = remember((word): Judged => {
    const meant = listed(word);
    if (meant !== undefined || known.has(word)) return { meant, isUnknown: false };
    const apart = withApostrophe(word, isPlain);
    return { meant: apart, isUnknown: apart === undefined };
  });
  const mendWith = (spell: Speller) => (word: string) => {
    const { meant, isUnknown } = judged(word);
    return isUnknown ? spell(word) : meant;
  };

  return {
    readQuestion: (text) => read(plainWords(text), tokens, mendWith(atMost(MOST_MENDED, speller))),
    readContent: (text) => read(plainWords(text), tokens, listed),
    knowing: (texts) => {
      const more = formsOf(texts.flatMap(plainWords));
      return readerWith(lists, { has: (word) => known.has(word) || more.has(word) || more.has(stem(word)) }, speller);
    },
  };
}

/** Readings of neighbouring sentences as one. */
export function joinReadings(readings: readonly Reading[]): Reading {
  return {
    words: readings.flatMap(({ words }) => words),
    spelled: readings.flatMap(({ spelled }) => spelled),
    wordHashes: readings.flatMap(({ wordHashes }) => wordHashes),
    pieces: readings.flatMap(({ pieces }) => pieces),
    corrected: readings.flatMap(({ corrected }) => corrected),
    synonyms: readings.flatMap(({ synonyms }) => synonyms),
  };
}

function read(typed: readonly string[], tokens: Tokenizer, mend: Speller): Reading {
  const corrected: Change[] = [];
  const mended: string[] = [];
  for (const word of typed) {
    const meant = mend(word);
    if (meant === undefined) mended.push(word);
    else {
      corrected.push({ from: word, to: meant });
      mended.push(...plainWords(meant));
    }
  }
  const figures = figuresForNumbers(mended).map(tokens.ofWord);
  const spelled = figures.filter(({ isSpelled }) => isSpelled);
  const pieces: number[] = [];
  for (const token of spelled) pieces.push(...token.pieces);
  const said = joinPhrases(figures, 'phrases', tokens);
  const telling = joinPhrases(withoutStopwords(said), 'shortPhrases', tokens);
  return {
    words: telling.map(({ means }) => means),
    spelled: spelled.map(({ word }) => word),
    wordHashes: telling.map(({ hash }) => hash),
    pieces,
    corrected,
    synonyms: telling.filter(({ stem, means }) => means !== stem).map(({ stem, means }) => ({ from: stem, to: means })),
  };
}

/** « Qui êtes-vous ? » has stopwords alone: then they are what is asked. */
function withoutStopwords(tokens: readonly Token[]): readonly Token[] {
  const telling = tokens.filter(({ isStopword }) => !isStopword);
  return telling.length > 0 ? telling : tokens;
}

function atMost(times: number, speller: Speller): Speller {
  let left = times;
  return (word) => (left-- > 0 ? speller(word) : undefined);
}
